// A `$ref` that leads back to itself. Redocly's engine throws there instead of reporting, and past its caller too, so three places have to know it.

export const isCircular = (error: unknown): error is Error => error instanceof Error && /circular/i.test(error.message);

export const CIRCULAR_FIX = "Let the `$ref` lead to a schema that is written out.";
