// Why a request got no answer.

/** @returns the innermost code, or the innermost message: those of fetch itself say nothing */
export function codeOf(error: unknown): string {
  let code: string | undefined;
  let message = String(error);
  for (let layer = error; layer instanceof Error; layer = layer.cause) {
    if (layer instanceof AggregateError && layer.errors.length > 0) return codeOf(layer.errors[0]);
    if ("code" in layer && typeof layer.code === "string") ({ code } = layer);
    ({ message } = layer);
  }
  return code ?? message;
}
