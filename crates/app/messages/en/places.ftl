places-lead = Provinces, districts and communes before and since 1 July 2025. Missing marks, abbreviations and blurred scans are understood.
places-search = Name of a place, e.g. “huyện Hớn Quản” or “tp ha long”
places-empty = Type the name of a place to learn what it was and what it is now.
places-none = No place was recognised. Try fewer words, or add the province.
places-count =
    { $count ->
        [one] { $count } place may be meant
        *[other] { $count } places may be meant
    }
places-source = Sources: two open data sets on administrative boundaries, compared; where they differ is recorded with the source code.
place-name = Place
place-era = Era
place-today = Today
place-former = Until 30/6/2025
place-present = Since 1/7/2025
place-how-exact = to the letter
place-how-marks = other marks
place-how-spelling = similar letters
place-code = Code
place-parent = In
place-province = province
place-became = What this place became
place-came-from = Where this place comes from
place-greater-part = the greater part
place-unsure = one source only
place-children =
    { $count ->
        [one] Made up of { $count } unit
        *[other] Made up of { $count } units
    }
place-before = Before
place-after = After
place-whole = all of it
place-part = a part
place-how = How much
place-table = Show as a table
