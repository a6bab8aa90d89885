# Target site: everything that a browser downloads, in build/wasm/site, hashed and compressed. It fails above the size limit that
# tools/pack_assets.py names. Target gallery_site: the same with the page of every widget in the app's place, in build/wasm/gallery_site.
get_property(app GLOBAL PROPERTY kitbag_wasm_app)
file(GLOB_RECURSE shell_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web-shell/*")

# Packs build/wasm/<name> from the shell, the fonts and the module of `app`.
function(kitbag_pack_site name app)
  set(stamp "${CMAKE_BINARY_DIR}/${name}.stamp")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND python3 "${CMAKE_SOURCE_DIR}/tools/pack_assets.py" --output "${CMAKE_BINARY_DIR}/${name}"
      "${CMAKE_SOURCE_DIR}/web-shell" "${CMAKE_BINARY_DIR}/assets" "$<TARGET_FILE:${app}>"
      "$<TARGET_FILE_DIR:${app}>/kitbag_web.wasm"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${shell_files} ${font_outputs} fonts ${app} "${CMAKE_SOURCE_DIR}/tools/pack_assets.py"
    COMMENT "Packing ${name}" VERBATIM)
endfunction()

if(app AND shell_files)
  kitbag_pack_site(site ${app})
  add_custom_target(site ALL DEPENDS "${CMAKE_BINARY_DIR}/site.stamp")
  if(TARGET kitbag_gallery)
    kitbag_pack_site(gallery_site kitbag_gallery)
    add_custom_target(gallery_site DEPENDS "${CMAKE_BINARY_DIR}/gallery_site.stamp")
  endif()
else()
  message(STATUS "No site yet: it needs web-shell/ and a target that calls kitbag_wasm_app")
endif()
