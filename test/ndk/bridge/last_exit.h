// How an engine process ends when its work is done.
#ifndef ARKHOST_BRIDGE_LAST_EXIT_H_
#define ARKHOST_BRIDGE_LAST_EXIT_H_

namespace bridge {

// When the engine ends the process, static destructors of modules do not run and threads of theirs do not go on: V8 is
// gone already then. A device ends a process by a signal, to the same effect. Call it on the engine's main thread, with
// its isolate entered; later calls do nothing.
void EndWithEngine();

// From now on exit() ends this process before it comes to what the engine has registered. For a forked process.
void EndBeforeEngine();

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_LAST_EXIT_H_
