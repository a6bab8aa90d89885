# The typeface, Atkinson Hyperlegible, cut down to the characters that the app can show: one TrueType file a weight, for ImGui and for CSS.
# And the icons, of Lucide: those that app/theme/icon.h names.
# Target: fonts. Files: build/<preset>/assets/{atkinson-regular,atkinson-bold,icons}.ttf

# Latin, Latin-1, Latin Extended-A, general punctuation, currency, letter-like signs, arrows, mathematical signs, ticks and shapes:
# of these, what the typeface has.
set(font_characters "U+0020-007E,U+00A0-017F,U+0218-021B,U+02C6-02DD,U+2010-2027,U+202F-203A,U+20AC,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265,U+25A0-25CF,U+2713-2717")
set(font_folder /usr/share/fonts/opentype/atkinson-hyperlegible)
set(font_outputs "")

foreach(weight IN ITEMS Regular Bold)
  string(TOLOWER "${weight}" lower)
  set(source "${font_folder}/AtkinsonHyperlegible-${weight}.otf")
  set(output "${CMAKE_BINARY_DIR}/assets/atkinson-${lower}.ttf")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/assets"
    COMMAND python3 "${CMAKE_SOURCE_DIR}/tools/make_font.py" "${source}" "${output}" "${font_characters}"
    DEPENDS "${source}" "${CMAKE_SOURCE_DIR}/tools/make_font.py"
    COMMENT "Cutting down Atkinson Hyperlegible ${weight}" VERBATIM)
  list(APPEND font_outputs "${output}")
endforeach()
set(icons_folder "$ENV{KITBAG_NODE_MODULES}/lucide-static/font")
set(icons_output "${CMAKE_BINARY_DIR}/assets/icons.ttf")
add_custom_command(OUTPUT "${icons_output}"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/assets"
  COMMAND python3 "${CMAKE_SOURCE_DIR}/tools/make_icons.py" "${icons_folder}" "${CMAKE_SOURCE_DIR}/app/theme/icon.h" "${icons_output}"
  DEPENDS "${icons_folder}/lucide.ttf" "${CMAKE_SOURCE_DIR}/app/theme/icon.h" "${CMAKE_SOURCE_DIR}/tools/make_icons.py"
  COMMENT "Cutting down the icons" VERBATIM)
list(APPEND font_outputs "${icons_output}")
add_custom_target(fonts DEPENDS ${font_outputs})
