// Processes that native code starts: fork(), system(), posix_spawn().
#ifndef ARKHOST_BRIDGE_CHILDREN_H_
#define ARKHOST_BRIDGE_CHILDREN_H_

namespace bridge {

// From now on programs that native code starts have its standard streams, and a forked process ends as any process
// does: its crash or its exit() is not this process's. Call it once, on any thread.
void ReleaseChildren();

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_CHILDREN_H_
