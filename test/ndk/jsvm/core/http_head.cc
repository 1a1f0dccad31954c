#include "http_head.h"

#include <algorithm>

namespace jsvm {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string ToLower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

bool IsTokenCharacter(char c) {
  bool alphanumeric = (c >= '0' && c <= '9') || (Lower(c) >= 'a' && Lower(c) <= 'z');
  return alphanumeric || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsTokenCharacter);
}

std::string_view Trim(std::string_view text) {
  size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

// METHOD SP target SP HTTP/1.x
bool ReadRequestLine(std::string_view line, HttpHead* head) {
  size_t first = line.find(' ');
  size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return false;
  std::string_view target = line.substr(first + 1, last - first - 1);
  std::string_view version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return false;
  if (target.empty() || target[0] != '/' || target.find_first_of(" \t") != std::string_view::npos) return false;
  head->method = line.substr(0, first);
  head->target = target;
  return IsToken(head->method);
}

bool ReadField(std::string_view line, HttpHead* head) {
  size_t colon = line.find(':');
  if (colon == std::string_view::npos || !IsToken(line.substr(0, colon))) return false;
  head->fields.emplace_back(ToLower(line.substr(0, colon)), Trim(line.substr(colon + 1)));
  return true;
}

}  // namespace

const std::string* HttpHead::Only(std::string_view name) const {
  const std::string* found = nullptr;
  for (const auto& [field, value] : fields) {
    if (field != name) continue;
    if (found != nullptr) return nullptr;
    found = &value;
  }
  return found;
}

bool HttpHead::Lists(std::string_view name, std::string_view token) const {
  for (const auto& [field, value] : fields) {
    if (field != name) continue;
    std::string_view rest = value;
    for (;;) {
      size_t comma = rest.find(',');
      if (ToLower(Trim(rest.substr(0, comma))) == token) return true;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return false;
}

HeadState ReadHead(std::string_view bytes, HttpHead* head, size_t* length) {
  size_t end = bytes.substr(0, kLongestHead).find(kHeadEnd);
  if (end == std::string_view::npos) {
    return bytes.size() >= kLongestHead ? HeadState::kTooLong : HeadState::kIncomplete;
  }
  *length = end + kHeadEnd.size();
  std::string_view rest = bytes.substr(0, end + kLineEnd.size());
  bool request_line = true;
  while (!rest.empty()) {
    size_t line_end = rest.find(kLineEnd);
    std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(line_end + kLineEnd.size());
    if (HasControl(line)) return HeadState::kMalformed;
    if (!(request_line ? ReadRequestLine(line, head) : ReadField(line, head))) return HeadState::kMalformed;
    request_line = false;
  }
  return HeadState::kComplete;
}

}  // namespace jsvm
