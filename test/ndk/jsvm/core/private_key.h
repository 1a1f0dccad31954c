// Private symbols of our own: where the library keeps what belongs to a JS object. JS does not see them.
#ifndef ARKHOST_JSVM_CORE_PRIVATE_KEY_H_
#define ARKHOST_JSVM_CORE_PRIVATE_KEY_H_

#include "v8_headers.h"
#include "vm.h"

namespace jsvm {

enum class PrivateName { kTypeTag, kClass, kWrap, kCount };

// The symbol of a name, the same for the whole life of the VM and in the VMs that start from its snapshot.
v8::Local<v8::Private> PrivateKey(JSVM_VM vm, PrivateName name);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_PRIVATE_KEY_H_
