// Node looks for a package above the file that names it. The shared modules have none there: for
// them it looks above this file.

let shared;

export function initialize(folder) {
  shared = folder;
}

export function resolve(specifier, context, next) {
  const isBare = !/^(node:|file:|\.|\/)/.test(specifier);
  if (!isBare || !context.parentURL?.startsWith(shared)) return next(specifier, context);
  return next(specifier, { ...context, parentURL: import.meta.url });
}
