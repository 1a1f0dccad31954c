/** Knows the headers of common names: the device's C++ library brings many of them along, others do not. */

const headers: readonly (readonly [header: string, names: RegExp])[] = [
  ['cstring', /^(?:mem(?:set|cpy|move|cmp|chr)|str(?:n?len|n?cmp|n?cpy|n?cat|r?chr|str|dup|tok|error))$/],
  ['cstdlib', /^(?:malloc|free|calloc|realloc|abort|exit|ato[ifl]|strto(?:l|ul|d|ll|ull)|getenv|s?rand|qsort)$/],
  ['cstdio', /^(?:v?s?n?f?printf|f?puts|fopen|fclose|FILE|std(?:out|err))$/],
  ['cstdint', /^u?int(?:8|16|32|64|ptr)_t$/],
  ['unistd.h', /^(?:u?sleep|getpid|gettid|close|access)$/],
  ['memory', /^(?:unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared)$/],
  ['functional', /^(?:function|bind|hash)$/],
  ['algorithm', /^(?:sort|find_if|transform|min_element|max_element|copy|reverse)$/],
  ['mutex', /^(?:mutex|lock_guard|unique_lock|call_once|once_flag)$/],
  ['limits', /^numeric_limits$/],
  ['thread', /^(?:thread|this_thread)$/],
  ['stdexcept', /^(?:runtime_error|invalid_argument|out_of_range|logic_error)$/],
  ['string', /^(?:string|to_string)$/],
  ['vector', /^vector$/],
  ['map', /^map$/],
  ['unordered_map', /^unordered_map$/],
  ['atomic', /^atomic$/],
];

const complaints = [
  /undeclared identifier '(\w+)'/,
  /unknown type name '(\w+)'/,
  /no (?:member|template|type) named '(\w+)' in namespace 'std'/,
  /'(\w+)' was not declared in this scope/,
  /'(\w+)' (?:is not a member of|in namespace) 'std'/,
  /'(\w+)' does not name a type/,
];

/** The header that an error of a compiler asks for; undefined for errors of other kinds and for names unknown here. */
export function missingHeader(line: string): string | undefined {
  const text = line.replace(/[‘’]/g, "'");
  for (const complaint of complaints) {
    const name = complaint.exec(text)?.[1];
    if (name !== undefined) return headers.find(([, names]) => names.test(name))?.[0];
  }
  return undefined;
}
