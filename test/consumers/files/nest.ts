// A module of Nest that injects the client into a service.
import "reflect-metadata";
import { Inject, Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { createPandaPon, PandaPonError } from "pandapon-openapi";
import type { PandaPon } from "pandapon-openapi";
import { randomNonce } from "pandapon-openapi/signing";

@Injectable()
class Products {
  constructor(@Inject("PANDAPON") private readonly pandapon: PandaPon) {}

  async idOf(itemId: string): Promise<string | undefined> {
    return (await this.pandapon.taobao.products.get({ itemId })).itemId;
  }
}

const options = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
  userId: "2100007341207",
  baseUrl: "BASE_URL",
  maxRetries: 0,
  nonce: randomNonce,
};

@Module({ providers: [{ provide: "PANDAPON", useFactory: () => createPandaPon(options) }, Products] })
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  const products = app.get(Products);
  const id = await products.idOf("2542285634920880794");
  const failure: unknown = await products.idOf("1").catch((error: unknown) => error);
  await app.close();
  const results = [
    { name: "ids keep every digit", ...(id !== "2542285634921880795" && { reason: `the id is ${id}` }) },
    { name: "a refused call fails", ...(!(failure instanceof PandaPonError) && { reason: String(failure) }) },
  ];
  console.log(JSON.stringify({ version: process.versions.node, results }));
}
void main();
