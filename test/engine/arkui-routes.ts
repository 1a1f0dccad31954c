/** The table of `routerMap` in module.json5: pages of Navigation by name, built by functions of other files. */
import { fs, path } from '../build/builtin.ts';
import { host } from '../kits/host.ts';

interface Route {
  name: string;
  /** From the module's folder. */
  pageSourceFile: string;
  buildFunction: string;
}

type Builder = (name: string, param: unknown) => void;

let routes: Map<string, Route> | undefined;

/** What builds the page of a name; undefined when the table does not have it. Loads its file when it is first asked for. */
export function routeBuilder(name: string): Builder | undefined {
  routes ??= readRoutes();
  const route = routes.get(name);
  if (route === undefined) return undefined;
  const file = path.join(host().config.moduleRoot, route.pageSourceFile);
  const loaded = host().requireFile(file);
  const build = loaded[route.buildFunction];
  if (typeof build === 'function') return build as Builder;
  throw new Error(`${file} has no exported function ${route.buildFunction}, which routerMap names for '${name}'`);
}

function readRoutes(): Map<string, Route> {
  const found = new Map<string, Route>();
  const { routeMap } = host().config;
  if (routeMap === undefined) return found;
  const { routerMap = [] } = JSON.parse(fs.readFileSync(routeMap, 'utf8')) as { routerMap?: Route[] };
  for (const route of routerMap) found.set(route.name, route);
  return found;
}
