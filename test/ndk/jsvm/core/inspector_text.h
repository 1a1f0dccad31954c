// Text between a debugger's client, which speaks UTF-8, and V8's inspector, which takes Latin-1 and UTF-16.
#ifndef ARKHOST_JSVM_CORE_INSPECTOR_TEXT_H_
#define ARKHOST_JSVM_CORE_INSPECTOR_TEXT_H_

#include <string_view>

#include "inspector_abi.h"

namespace jsvm {

// True for well-formed UTF-8: no overlong forms, no surrogates, nothing cut off.
bool IsUtf8(std::string_view text);

// V8's text as UTF-8; a surrogate without its other half becomes U+FFFD.
std::string ToUtf8(const v8_inspector::StringView& text);

// Text as a JSON string, quotes included. Bytes that are not UTF-8 become question marks.
std::string ToJsonString(std::string_view text);

// UTF-8 as V8's inspector takes it. What is not well-formed becomes U+FFFD.
class InspectorText {
 public:
  explicit InspectorText(std::string_view utf8);
  InspectorText(const InspectorText&) = delete;
  InspectorText& operator=(const InspectorText&) = delete;

  v8_inspector::StringView view() const;

 private:
  std::string_view ascii_;  // the caller's, when all of it is ASCII
  std::u16string wide_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_INSPECTOR_TEXT_H_
