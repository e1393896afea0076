// Finds the id of a page in its address or file name.

const PAGE_ID = /(?:^|[^a-z0-9])api-(\d+)(?:-run)?(?:\.[a-z]+)?$|(?:^|[^0-9])(\d+)e0(?:\.[a-z]+)?$/i;

/** @returns `api-250313120` for `…/api-250313120.md`, `…/create-a-refund-250313120e0.md` or `…/apis/api-250313120-run`; undefined if there is no id */
export function pageIdIn(address: string): string | undefined {
  const last =
    address
      .replace(/[?#].*$/, "")
      .split(/[\\/]/)
      .at(-1) ?? "";
  const found = PAGE_ID.exec(last);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? undefined : `api-${digits}`;
}

/** Whether an id can be the name of a file on every system. */
export const isPageId = (id: string): boolean => /^api-\d{1,20}$/.test(id);
