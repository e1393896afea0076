// What we write into Redoc's definition and our patches of Redoc read: private signs, which texts do not have.

/** Stands before the digits of an integer that a JavaScript number would round. The page shows them without it and without quotes. */
export const DIGITS = "\uE000";

/** What a Markdown annotation is put between, so that `{%` in a text of the contract is text. Redoc looks for one at braces only. */
export const ANNOTATION = { open: "{\uE001", close: "\uE001}" } as const;

/** The address of a picture that stands for an inline drawing. Its number follows. */
export const DRAWING = "drawing:";
