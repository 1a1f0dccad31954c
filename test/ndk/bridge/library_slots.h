// The slots by which loaded libraries call functions of others, filled when a library was linked into the process.
#ifndef ARKHOST_BRIDGE_LIBRARY_SLOTS_H_
#define ARKHOST_BRIDGE_LIBRARY_SLOTS_H_

#include <string_view>

namespace bridge {

// Decides about the slot of a symbol that leads to `function` now: returns what it shall lead to.
using ChooseFunction = void* (*)(const char* symbol, void* function);

// Goes through the slots of all libraries of the process, the program among them, and sets those for which `choose` has
// another answer. `skip` is asked with the file name of each library; that of the program is empty. Slots that the
// linker protected are protected again afterwards. Not for two threads at once.
void ReplaceSlots(bool (*skip)(std::string_view library), ChooseFunction choose);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_LIBRARY_SLOTS_H_
