// The state of one account (a `user-id`): plain JSON, so that it can be read, set and kept in a file. Ids are strings, amounts are in fen.
import { seededAlibaba, type AlibabaAccount } from "./alibaba.js";
import { seededTaobao, type TaobaoAccount } from "./taobao.js";

export interface Account {
  alibaba: AlibabaAccount;
  taobao: TaobaoAccount;
}

/** @returns a new account, the same for every user: with lines in the carts and after-sales cases of Taobao orders */
export const seededAccount = (): Account => ({ alibaba: seededAlibaba(), taobao: seededTaobao() });
