// The types by which `request` knows a path: as the contract writes it, or filled in.
import type { Observed, ObservedOperation } from "./observed.js";
import type { RequestMethod } from "./table.js";

/** The keys of `Routes` to which a method and a path lead: `POST /open/order`. `never` if the contract does not have them. */
export type RouteKey<Routes, Key extends string> = Key extends keyof Routes ? Key : FilledIn<Routes, Key>;

type FilledIn<Routes, Key extends string> = {
  [Template in keyof Routes & `${string}{${string}`]: Fits<Key, Template> extends true ? Template : never;
}[keyof Routes & `${string}{${string}`];

/** Whether each part of a path is that of the template, or fills its place. */
type Fits<Path extends string, Template extends string> = Template extends `${infer Part}/${infer Parts}`
  ? Path extends `${infer Given}/${infer More}`
    ? FitsPart<Given, Part> extends true
      ? Fits<More, Parts>
      : false
    : false
  : Path extends `${string}/${string}`
    ? false
    : FitsPart<Path, Template>;
type FitsPart<Given extends string, Part extends string> = Part extends `${infer Before}{${string}}${infer After}`
  ? Given extends `${Before}${string}${After}`
    ? true
    : false
  : Given extends Part
    ? true
    : false;

type NamesIn<Template> = Template extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The paths that the contract has for a method. An editor suggests them. */
export type KnownPath<Routes, Method extends RequestMethod> = keyof Routes extends infer Key
  ? Key extends `${Method} ${infer Path}`
    ? Path
    : never
  : never;

/** The arguments of a call of `request` after the path. */
export type RequestArguments<Routes, Method extends RequestMethod, Path extends string, Options> = [
  RouteKey<Routes, `${Method} ${Path}`>,
] extends [never]
  ? [RouteKey<Routes, `${RequestMethod} ${Path}`>] extends [never]
    ? [input?: object, options?: Options]
    : [wrong: `The contract has ${RouteKey<Routes, `${RequestMethod} ${Path}`> & string}`]
  : KnownArguments<Routes, RouteKey<Routes, `${Method} ${Path}`>, `${Method} ${Path}`, Options>;

type KnownArguments<Routes, Key extends keyof Routes, Given, Options> = Routes[Key] extends {
  readonly call: (...args: infer Arguments extends readonly unknown[]) => unknown;
}
  ? Given extends Key
    ? [] extends Arguments
      ? [input?: Arguments[0], options?: Options]
      : [input: Arguments[0], options?: Options]
    : object extends Without<Arguments[0], NamesIn<Key>>
      ? [input?: Without<Arguments[0], NamesIn<Key>>, options?: Options]
      : [input: Without<Arguments[0], NamesIn<Key>>, options?: Options]
  : never;

/** The inputs that a filled-in path does not hold. */
type Without<Input, Names extends string> = Input extends object
  ? Omit<Input, Names> & { readonly [Name in Names]?: never }
  : never;

/** What the method of an operation returns; `Unknown` for an unknown path. */
export type RequestReturn<Routes, Method extends RequestMethod, Path extends string, Unknown> = [
  RouteKey<Routes, `${Method} ${Path}`>,
] extends [never]
  ? Unknown
  : Routes[RouteKey<Routes, `${Method} ${Path}`>] extends { readonly call: (...args: never[]) => infer Returned }
    ? Returned
    : never;

/**
 * What was observed of the operation of a method and a path; `unknown` if nothing was. It has no conditional types, because they
 * would cost the compiler time at each call.
 */
export type ObservedAt<Routes, Key, Part extends keyof ObservedOperation> = (Observed[(Routes[Key & keyof Routes] & {
  readonly id: string;
})["id"]] &
  ObservedOperation)[Part];
