// The head of an HTTP request, as much of HTTP as a debugger's client needs.
#ifndef ARKHOST_JSVM_CORE_HTTP_HEAD_H_
#define ARKHOST_JSVM_CORE_HTTP_HEAD_H_

#include <string_view>

#include "v8_headers.h"

namespace jsvm {

struct HttpHead {
  std::string method;
  std::string target;
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case

  // The value of a field; nullptr when it is missing or not alone of its name.
  const std::string* Only(std::string_view name) const;
  // True when a comma-separated field names `token`, which is in lower case.
  bool Lists(std::string_view name, std::string_view token) const;
};

enum class HeadState { kIncomplete, kComplete, kMalformed, kTooLong };

// The longest head that is read, in bytes.
constexpr size_t kLongestHead = 16 * 1024;

// Reads a head at the start of `bytes`. kComplete: `*length` is where it ends.
HeadState ReadHead(std::string_view bytes, HttpHead* head, size_t* length);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_HTTP_HEAD_H_
