/**
 * How many bytes the scripts of one env have added with adjustExternalMemory and not given back.
 *
 * The VM keeps a total of its own, but ArrayBuffers and WebAssembly memories count in it too. Giving those bytes back
 * would pass unnoticed and end the process later, when the buffers die. So only what was added may be given back.
 */
#ifndef JSVM_MEMORY_EXTERNAL_BYTES_H
#define JSVM_MEMORY_EXTERNAL_BYTES_H

#include <ark_runtime/jsvm.h>

#include <cstdint>

namespace external_bytes {

/** Starts counting for an env. Uses the env's instance data; `added` must outlive the env. */
JSVM_Status Attach(JSVM_Env env, int64_t* added);

/** True when the env's count may change by `change` bytes. Otherwise false, with a JS RangeError stored in env. */
bool CheckChange(JSVM_Env env, int64_t change);

/** Notes a change which the VM has accepted. */
void Record(JSVM_Env env, int64_t change);

/** Gives back to the VM what is still on the count, as an owner does whose objects are gone. */
JSVM_Status GiveBackAll(JSVM_Env env);

}  // namespace external_bytes

#endif  // JSVM_MEMORY_EXTERNAL_BYTES_H
