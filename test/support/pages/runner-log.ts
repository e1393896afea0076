// What GitHub's runner takes out of the output of a step, after ActionCommand, ActionCommandManager and OutputManager of
// actions/runner: commands in two spellings, and the problem matchers that actions/setup-node adds.

export interface RunnerLog {
  commands: string[];
  /** Lines that a problem matcher turns into an annotation. */
  annotations: string[];
}

const REGISTERED = [
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher"],
  ...["save-state", "set-env", "set-output", "stop-commands", "warning"],
];

/** The last pattern of each matcher; the first one of eslint-stylish takes any line. */
const MATCHERS: Record<string, RegExp> = {
  tsc: /^(?:\s+\d+>)?(\S.*)\((\d+)(?:,(\d+)(?:,\d+(?:,\d+)?)?)?\)\s*:\s+(error|warning|info)\s+(\w{1,2}\d+)\s*:\s*(.*)$/,
  "eslint-compact": /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/,
  "eslint-stylish": /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/,
};

export function asRunnerReads(output: string): RunnerLog {
  const log: RunnerLog = { commands: [], annotations: [] };
  const matchers = new Map(Object.entries(MATCHERS));
  let stopped: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = commandIn(line, stopped === undefined ? REGISTERED : [...REGISTERED, stopped]);
    if (command !== undefined && (stopped === undefined || command.name === stopped)) {
      log.commands.push(command.name);
      if (command.name === stopped) stopped = undefined;
      if (command.name === "stop-commands") stopped = command.data.toLowerCase();
      if (command.name === "remove-matcher") matchers.delete(command.properties.replace("owner=", ""));
    } else if ([...matchers.values()].some((pattern) => pattern.test(line))) {
      log.annotations.push(line);
    }
  }
  return log;
}

/** `::name properties::data` after white space, or `##[name properties]data` anywhere in the line. */
function commandIn(
  line: string,
  registered: readonly string[],
): { name: string; properties: string; data: string } | undefined {
  for (const pattern of [/^\s*::(.*?)::(.*)$/, /^.*?##\[(.*?)\](.*)$/]) {
    const [, head = "", data = ""] = pattern.exec(line) ?? [];
    const [name = "", ...properties] = head.split(" ");
    if (registered.includes(name.toLowerCase())) {
      return { name: name.toLowerCase(), properties: properties.join(" "), data };
    }
  }
  return undefined;
}
