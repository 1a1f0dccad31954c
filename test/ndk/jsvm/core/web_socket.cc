#include "web_socket.h"

#include <openssl/evp.h>

#include "inspector_text.h"

namespace jsvm {

namespace {

constexpr size_t kLongestControl = 125;

bool IsControl(WebSocketOpcode opcode) {
  return static_cast<uint8_t>(opcode) >= 8;
}

uint64_t BigEndian(const unsigned char* bytes, size_t count) {
  uint64_t value = 0;
  for (size_t i = 0; i < count; ++i) value = value << 8 | bytes[i];
  return value;
}

// Nothing, or a status that may appear on the wire and UTF-8 text.
bool IsClosePayload(std::string_view payload) {
  if (payload.empty()) return true;
  if (payload.size() == 1) return false;
  uint64_t status = BigEndian(reinterpret_cast<const unsigned char*>(payload.data()), 2);
  bool defined = status >= 1000 && status <= 1014 && status != 1004 && status != 1005 && status != 1006;
  bool own = status >= 3000 && status <= 4999;
  return (defined || own) && IsUtf8(payload.substr(2));
}

std::string Base64(const unsigned char* bytes, size_t size) {
  std::string text(4 * ((size + 2) / 3) + 1, '\0');
  int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, static_cast<int>(size));
  text.resize(static_cast<size_t>(length));
  return text;
}

bool IsKey(std::string_view key) {
  constexpr size_t kLength = 24;  // of 16 bytes in base64
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return key.size() == kLength && key.find_first_not_of(kAlphabet) == kLength - 2 && key.substr(kLength - 2) == "==";
}

}  // namespace

std::string WebSocketFrame(WebSocketOpcode opcode, std::string_view payload) {
  constexpr uint8_t kLast = 0x80;
  std::string frame;
  frame.reserve(payload.size() + 10);
  auto add = [&frame](uint64_t byte) { frame.push_back(static_cast<char>(byte)); };
  add(kLast | static_cast<uint8_t>(opcode));
  size_t bytes = payload.size() <= kLongestControl ? 0 : payload.size() <= UINT16_MAX ? 2 : 8;
  add(bytes == 0 ? payload.size() : bytes == 2 ? 126 : 127);
  for (size_t i = bytes; i > 0; --i) add(static_cast<uint64_t>(payload.size()) >> (8 * (i - 1)));
  frame.append(payload);
  return frame;
}

std::string WebSocketCloseFrame(WebSocketStatus status) {
  const char payload[] = {static_cast<char>(status >> 8), static_cast<char>(status)};
  return WebSocketFrame(WebSocketOpcode::kClose, {payload, sizeof(payload)});
}

std::string WebSocketAccept(std::string_view key) {
  if (!IsKey(key)) return {};
  std::string text(key);
  text += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";  // of the protocol
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha1(), nullptr) != 1) return {};
  return Base64(digest, size);
}

WebSocketReader::Step WebSocketReader::ReadHeader(Header* header) {
  size_t available = bytes_.size() - start_;
  if (available < 2) return Step::kIncomplete;
  const auto* bytes = reinterpret_cast<const unsigned char*>(bytes_.data()) + start_;
  constexpr unsigned kReserved = 0x70;
  bool masked = (bytes[1] & 0x80) != 0;
  if ((bytes[0] & kReserved) != 0 || !masked) return Violation(kProtocolError);
  header->last = (bytes[0] & 0x80) != 0;
  header->opcode = static_cast<WebSocketOpcode>(bytes[0] & 0x0F);
  size_t short_length = bytes[1] & 0x7F;
  size_t extra = short_length == 126 ? 2 : short_length == 127 ? 8 : 0;
  header->size = 2 + extra + sizeof(header->mask);
  if (available < header->size) return Step::kIncomplete;
  header->length = extra == 0 ? short_length : BigEndian(bytes + 2, extra);
  std::memcpy(header->mask, bytes + 2 + extra, sizeof(header->mask));
  return CheckHeader(*header);
}

WebSocketReader::Step WebSocketReader::CheckHeader(const Header& header) {
  switch (header.opcode) {
    case WebSocketOpcode::kClose:
    case WebSocketOpcode::kPing:
    case WebSocketOpcode::kPong:
      if (!header.last || header.length > kLongestControl) return Violation(kProtocolError);
      return Step::kReady;
    case WebSocketOpcode::kBinary:
      return Violation(kUnsupportedData);
    case WebSocketOpcode::kContinuation:
    case WebSocketOpcode::kText:
      if (fragmented_ != (header.opcode == WebSocketOpcode::kContinuation)) return Violation(kProtocolError);
      if (header.length > kLongestMessage - message_.size()) return Violation(kTooBig);
      return Step::kReady;
  }
  return Violation(kProtocolError);
}

void WebSocketReader::Unmask(const Header& header, std::string* to) {
  size_t first = to->size();
  to->append(bytes_, start_ + header.size, header.length);
  for (size_t i = 0; i < header.length; ++i) (*to)[first + i] ^= static_cast<char>(header.mask[i % 4]);
}

WebSocketReader::Result WebSocketReader::Finish(const Header& header, std::string* payload) {
  payload->clear();
  Unmask(header, IsControl(header.opcode) ? payload : &message_);
  start_ += header.size + header.length;
  switch (header.opcode) {
    case WebSocketOpcode::kPing:
      return Result::kPing;
    case WebSocketOpcode::kClose:
      if (IsClosePayload(*payload)) return Result::kClose;
      status_ = kProtocolError;
      return Result::kViolation;
    case WebSocketOpcode::kPong:
      return Result::kNone;
    default:
      break;
  }
  fragmented_ = !header.last;
  if (fragmented_) return Result::kNone;
  payload->swap(message_);
  message_.clear();
  if (IsUtf8(*payload)) return Result::kText;
  status_ = kInvalidText;
  return Result::kViolation;
}

WebSocketReader::Result WebSocketReader::Next(std::string* payload) {
  while (!ended_) {
    Header header;
    Step step = ReadHeader(&header);
    if (step == Step::kViolation) {
      ended_ = true;
      return Result::kViolation;
    }
    if (step == Step::kIncomplete || bytes_.size() - start_ - header.size < header.length) break;
    Result result = Finish(header, payload);
    ended_ = result == Result::kClose || result == Result::kViolation;
    if (result != Result::kNone) return result;
  }
  bytes_.erase(0, start_);
  start_ = 0;
  return Result::kNone;
}

}  // namespace jsvm
