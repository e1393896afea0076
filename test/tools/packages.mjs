// The other people's tools, in exact versions. To raise one, change it here and run `npm run test:tools`.
import { node } from "../runtimes/packages.mjs";

/** For tools that do not run on the oldest Node that the project supports. */
export const NEWER_NODE = node("24.21.0");

// The first package of each is the tool. The others are what it needs beside it, or what its output imports.
export const DOWN_CONVERT = { "@apiture/openapi-down-convert": "0.14.2" };
export const HEY_API = { "@hey-api/openapi-ts": "0.99.0", typescript: "5.9.3" };
export const KUBB = {
  "@kubb/cli": "4.39.3",
  "@kubb/core": "4.39.3",
  "@kubb/plugin-client": "4.39.3",
  "@kubb/plugin-oas": "4.39.3",
  "@kubb/plugin-ts": "4.39.3",
  "@kubb/plugin-zod": "4.39.3",
  zod: "4.6.7",
};
export const NEWMAN = { newman: "6.2.2" };
export const OPENAPI_ZOD_CLIENT = { "openapi-zod-client": "1.18.3", "@zodios/core": "10.9.6", zod: "3.25.76" };
export const ORVAL = { orval: "8.38.0" };
export const PRISM = { "@stoplight/prism-cli": "5.16.0" };
export const SPECTRAL = { "@stoplight/spectral-cli": "6.16.3" };
export const SWAGGER_TYPESCRIPT_API = { "swagger-typescript-api": "13.13.0" };
