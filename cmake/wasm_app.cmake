# kitbag_wasm_app(target): links a target as the app's one WebAssembly module, which runs in a dedicated worker.
# It writes <target>.mjs and <target>.wasm into build/wasm/app.
function(kitbag_wasm_app target)
  target_link_libraries(${target} PRIVATE kitbag_options)
  set_target_properties(${target} PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/app")
  set_property(GLOBAL PROPERTY kitbag_wasm_app ${target})
  target_link_options(${target} PRIVATE
    -Oz
    -sENVIRONMENT=worker
    -sMODULARIZE -sEXPORT_ES6
    -sFILESYSTEM=0
    -sMALLOC=dlmalloc              # A frame asks for memory two thousand times; emmalloc is smaller and takes longer
    -sSTACK_SIZE=1MB                # SQLite and ImGui both outgrow the default of 64 KB
    -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16MB
    -sDYNAMIC_EXECUTION=0           # the content security policy allows no code from text
    -sWASM_BIGINT
    -mbulk-memory -mnontrapping-fptoint
    --no-entry
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8)
endfunction()
