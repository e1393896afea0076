// Every operation as a method, named by its operationId.
import { inputError } from "../errors/input-error.js";
import { isObject } from "../codec/pointer.js";
import type { OperationInfo, OperationTable, TableTypes } from "../operations/table.js";
import type { Answer } from "../transport/answer.js";
import { prepare } from "../codec/request.js";
import { readSettings, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import { callOf } from "./call.js";

/**
 * Makes a client with one method per operation of the table. The entry `pandapon-openapi` has the same function with the
 * table of every operation. Use this one to bundle only the operations that you use.
 *
 * @param options the credentials and everything that has a default
 * @param table the table that `pandapon generate` writes; it carries the types of the methods
 * @throws PandaPonError of kind `input` that names the option which is missing or wrong
 */
export function createPandaPon<Methods>(
  options: ClientOptions | undefined,
  table: OperationTable & TableTypes<Methods, unknown>,
): Methods {
  const settings = readSettings(options);
  const transport = createTransport(settings);

  const method = (operation: string, info: OperationInfo) => (input?: unknown, callOptions?: CallOptions) => {
    const send = async (inputs: unknown): Promise<Answer> => {
      const answer = await transport(prepare(operation, info, inputs, settings.baseUrl), callOptions);
      if (answer.error !== undefined) throw answer.error;
      return answer;
    };
    const { pagination, result } = info;
    const listing = pagination && { operation, pagination, inputs: isObject(input) ? { ...input } : {}, send };
    return callOf(send(input), result, listing);
  };

  // Not guarded: a framework that is handed the client asks it for methods of its own, such as `onModuleInit`.
  const root: Namespace = {};
  for (const [operation, info] of Object.entries<OperationInfo>(table)) {
    let namespace = root;
    let path = "";
    for (const name of operation.split(".")) {
      path += name;
      // What `console.log` shows of a method is its name.
      const make = (): unknown =>
        path === operation ? Object.defineProperty(method(operation, info), "name", { value: path }) : guarded(path);
      if (!(name in namespace)) namespace[name] = make();
      // Only namespaces stand on the way: the build refuses an operationId that leads through another.
      namespace = namespace[name] as Namespace;
      path += ".";
    }
  }
  // The tree is made of the table that the type is compiled beside.
  return root as unknown as Methods;
}

interface Namespace {
  [name: string]: unknown;
}

/** Names that the language and its tools ask any object for. */
const ASKED_OF_ANY = new Set(["then", "toJSON", "asymmetricMatch", "nodeType", "tagName"]);

/** An empty namespace that says which operation is unknown, where JavaScript would call `undefined`. */
const guarded = (path: string): Namespace =>
  new Proxy<Namespace>(
    {},
    {
      get(target, name, receiver): unknown {
        if (typeof name === "string" && !(name in target) && /^[a-z]\w*$/i.test(name) && !ASKED_OF_ANY.has(name)) {
          throw inputError(`${path}.${name}`, `is no operation; there are: ${Object.keys(target).join(", ")}`);
        }
        return Reflect.get(target, name, receiver);
      },
    },
  );
