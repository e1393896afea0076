// Runs the program in Jest.
import { refunds } from "./refunds";

test("the calls of the generated client", async () => {
  expect(await refunds()).toEqual([{ name: "ids keep every digit" }, { name: "a refused call fails" }]);
});
