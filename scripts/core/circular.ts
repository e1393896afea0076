// A `$ref` that leads back to itself. Redocly's engine does not report it but throws, also where no caller can catch it.

export const isCircular = (error: unknown): error is Error => error instanceof Error && /circular/i.test(error.message);

export const CIRCULAR_FIX = "Let the `$ref` lead to a schema that is written out.";
