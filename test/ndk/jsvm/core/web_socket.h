// WebSocket frames (RFC 6455), the server's side.
#ifndef ARKHOST_JSVM_CORE_WEB_SOCKET_H_
#define ARKHOST_JSVM_CORE_WEB_SOCKET_H_

#include <string_view>

#include "v8_headers.h"

namespace jsvm {

enum class WebSocketOpcode : uint8_t { kContinuation = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10 };

// Reasons to close a connection.
enum WebSocketStatus : uint16_t {
  kGoingAway = 1001,
  kProtocolError = 1002,
  kUnsupportedData = 1003,
  kInvalidText = 1007,
  kTooBig = 1009
};

// The longest message that is read, in bytes.
constexpr size_t kLongestMessage = 64 * 1024 * 1024;

// A whole frame from the server.
std::string WebSocketFrame(WebSocketOpcode opcode, std::string_view payload);
// A frame that closes the connection.
std::string WebSocketCloseFrame(WebSocketStatus status);

// The answer to a client's Sec-WebSocket-Key; empty when that is not 16 bytes in base64.
std::string WebSocketAccept(std::string_view key);

// Puts a client's messages together from the bytes that arrive.
class WebSocketReader {
 public:
  enum class Result {
    kNone,      // more bytes are needed
    kText,      // a message
    kPing,      // to be answered with a pong of the same payload
    kClose,     // to be answered with a close frame of the same payload
    kViolation  // close with status()
  };

  void Feed(std::string_view bytes) { bytes_.append(bytes); }
  // Takes what comes next; its payload goes into `payload`. After kClose and kViolation nothing follows.
  Result Next(std::string* payload);
  WebSocketStatus status() const { return status_; }

 private:
  struct Header {
    bool last;
    WebSocketOpcode opcode;
    size_t size;      // of the header
    uint64_t length;  // of the payload
    unsigned char mask[4];
  };

  enum class Step { kIncomplete, kReady, kViolation };
  Step ReadHeader(Header* header);
  Step CheckHeader(const Header& header);
  Result Finish(const Header& header, std::string* payload);
  void Unmask(const Header& header, std::string* to);
  Step Violation(WebSocketStatus status) {
    status_ = status;
    return Step::kViolation;
  }

  std::string bytes_;
  size_t start_ = 0;  // of what was not read yet
  bool ended_ = false;
  bool fragmented_ = false;
  std::string message_;  // the fragments so far
  WebSocketStatus status_ = kProtocolError;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_WEB_SOCKET_H_
