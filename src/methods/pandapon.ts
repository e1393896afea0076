// Every operation as a method, named by its operationId.
import { operationTable } from "../../generated/operations.js";
import type { Methods } from "../../generated/methods.js";
import { inputError } from "../input-error.js";
import { isObject } from "../json/positions.js";
import type { OperationContract } from "../operation-table.js";
import type { Answer } from "../transport/answer.js";
import { prepare } from "../transport/request.js";
import { readSettings, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import { callOf } from "./call.js";

/**
 * Makes a client: one method an operation. Inputs of path, query and body are one object; a method gives the answer's `data`.
 *
 * ```ts
 * const pandapon = createPandaPon({ accessKey, accessSecret, userId });
 * const { refundId } = await pandapon.alibaba.refunds.create({ orderId: "2542285634920880794", … });
 * const { data, requestId } = await pandapon.alibaba.refunds.get({ refundId }).withResponse();
 * for await (const offer of pandapon.alibaba.products.search({ keyword: "T恤" }).items()) …
 * ```
 *
 * A call that fails throws a PandaPonError: see its `kind`.
 * @throws PandaPonError of kind `input` that names the option which is missing or cannot be right
 */
export function createPandaPon(options: ClientOptions = {}): Methods {
  const settings = readSettings(options);
  const transport = createTransport(settings);

  const method = (operation: string, contract: OperationContract) => (input?: unknown, callOptions?: CallOptions) => {
    const send = async (inputs: unknown): Promise<Answer> => {
      const answer = await transport(prepare(operation, contract, inputs, settings.baseUrl), callOptions);
      if (answer.error !== undefined) throw answer.error;
      return answer;
    };
    const { pagination, result } = contract;
    const listing = pagination && { operation, pagination, inputs: isObject(input) ? { ...input } : {}, send };
    return callOf(send(input), result, listing);
  };

  // Not guarded: a framework that is handed the client asks it for methods of its own, such as `onModuleInit`.
  const root: Namespace = {};
  for (const [operation, contract] of Object.entries<OperationContract>(operationTable)) {
    let namespace = root;
    let path = "";
    for (const name of operation.split(".")) {
      path += name;
      // What `console.log` shows of a method is its name.
      const make = (): unknown =>
        path === operation
          ? Object.defineProperty(method(operation, contract), "name", { value: path })
          : guarded(path);
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
