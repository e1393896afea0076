// The client with one method per operation, named by its operationId.
import { inputError } from "../errors/input-error.js";
import type { OperationInfo, OperationTable, TableTypes } from "../operations/table.js";
import type { Answer } from "../transport/answer.js";
import { prepare, type Inputs } from "../codec/request.js";
import { readSettings, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import { callOf } from "./call.js";

/**
 * Makes a client with one method per operation of the table. The entry `pandapon-openapi` has the same function with the
 * table of all operations. Use this one to bundle only the operations that you need.
 *
 * @param options the credentials and optional settings
 * @param table the table that `pandapon generate` writes. It carries the types of the methods.
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 */
export function createPandaPon<Methods>(
  options: ClientOptions | undefined,
  table: OperationTable & TableTypes<Methods, unknown>,
): Methods {
  const settings = readSettings(options);
  const transport = createTransport(settings);

  const method = (operation: string, info: OperationInfo) => (input?: unknown, callOptions?: CallOptions) => {
    let inputs: Inputs | undefined;
    const send = async (given: unknown): Promise<Answer> => {
      const request = prepare(operation, info, given, settings.baseUrl);
      // Those of the first page: further pages start from them.
      inputs ??= request.inputs;
      const answer = await transport(request, callOptions);
      if (answer.error !== undefined) throw answer.error;
      return answer;
    };
    const { pagination, result } = info;
    const answered = send(input);
    return callOf(answered, result, pagination && { operation, pagination, inputs: inputs ?? {}, send });
  };

  // The root is not guarded: a framework that gets the client looks for methods such as `onModuleInit` on it.
  const root: Namespace = {};
  for (const [operation, info] of Object.entries<OperationInfo>(table)) {
    let namespace = root;
    let path = "";
    for (const name of operation.split(".")) {
      path += name;
      // `console.log` shows the name of a method.
      const make = (): unknown =>
        path === operation ? Object.defineProperty(method(operation, info), "name", { value: path }) : guarded(path);
      if (!(name in namespace)) namespace[name] = make();
      // This is a namespace: the build refuses an operationId that is the beginning of another.
      namespace = namespace[name] as Namespace;
      path += ".";
    }
  }
  // The tree is made from the table, and the type is compiled together with the table.
  return root as unknown as Methods;
}

interface Namespace {
  [name: string]: unknown;
}

/** Names that the language and its tools look up on any object. */
const ASKED_OF_ANY = new Set(["then", "toJSON", "asymmetricMatch", "nodeType", "tagName"]);

/** An empty namespace that names an unknown operation. Without it, JavaScript would say that `undefined` is not a function. */
const guarded = (path: string): Namespace =>
  new Proxy<Namespace>(
    {},
    {
      get(target, name, receiver): unknown {
        if (typeof name === "string" && !(name in target) && /^[a-z]\w*$/i.test(name) && !ASKED_OF_ANY.has(name)) {
          throw inputError(`${path}.${name}`, `is not an operation; there are: ${Object.keys(target).join(", ")}`);
        }
        return Reflect.get(target, name, receiver);
      },
    },
  );
