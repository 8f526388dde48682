// gitlab-ci-local asks for a later Node than daemonlint does: this is what of it Node 20 lacks.
const prototype = /** @type {any} */ (Set.prototype);
prototype.union ??= function union(others) {
  return new Set([...this, ...others]);
};
