// The consumers' tools, in exact versions. To raise one, change it here and run `npm run test:consumers`.
import { node } from "../runtimes/packages.mjs";

export const NODES = {
  20.19: node("20.19.0"),
  // Does not load ES modules with `require`: the last one of its kind.
  22.11: node("22.11.0"),
  22.12: node("22.12.0"),
  24: node("24.21.0"),
};

// The first package of each gives the name of the folder in the cache.
export const JEST = {
  jest: "30.5.2",
  "ts-jest": "29.4.15",
  "babel-jest": "30.5.2",
  "@babel/core": "7.29.13",
  "@babel/preset-env": "7.29.14",
  "@types/jest": "30.0.0",
  typescript: "5.9.3",
};
export const VITEST = { vitest: "5.1.1", vite: "8.3.8" };
export const NEST = {
  "@nestjs/core": "11.2.10",
  "@nestjs/common": "11.2.10",
  rxjs: "7.8.2",
  "reflect-metadata": "0.2.2",
  typescript: "5.9.3",
  "@types/node": "20.19.43",
};
export const WEBPACK = { webpack: "5.112.2", "webpack-cli": "7.3.1", "ts-loader": "9.6.2", typescript: "5.9.3" };
export const ESLINT = { "eslint-plugin-import": "2.32.0", eslint: "9.39.5" };
export const PNPM = { pnpm: "12.21.0" };
export const YARN_CLASSIC = { yarn: "1.22.22" };
export const YARN = { "@yarnpkg/cli-dist": "4.18.1" };
/** With the declarations of Node that programs compiled by it use. */
export const typescript = (/** @type {string} */ version) => ({ typescript: version, "@types/node": "20.19.43" });

// For webhooks.
export const EXPRESS_4 = { express: "4.22.3" };
export const EXPRESS_5 = { express: "5.3.0" };
export const FASTIFY = { fastify: "5.12.8" };
export const NEST_HTTP = {
  "@nestjs/platform-fastify": "11.2.8",
  "@nestjs/platform-express": "11.2.10",
  "@nestjs/core": "11.2.10",
  "@nestjs/common": "11.2.10",
  rxjs: "7.8.2",
  "reflect-metadata": "0.2.2",
};
export const NEXT = { "react-dom": "19.3.1", react: "19.3.1", next: "16.4.6" };
/** With their declarations. */
export const FRAMEWORK_TYPES = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "@types/react": "19.3.0",
  "@types/express": "5.0.6",
  fastify: "5.12.8",
  typescript: "5.9.3",
  "@types/node": "20.19.43",
};
