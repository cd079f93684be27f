council-papers = Phiếu giấy
paper-sheets-lead = In phiếu có mã để giám khảo chấm trên giấy. Mỗi phiếu do hai người nhập độc lập; hai bản khớp nhau thì thành phiếu đã ký của giám khảo.
papers-none = Lúc này chưa có phiếu nào để in: hội đồng chưa chấm, hoặc không có hồ sơ nào đang chấm.
papers-all = Cả hội đồng
papers-issue-all = Cấp mã cho mọi phiếu chưa ký
papers-issue-help = Phiếu đã cấp mã và chưa nhập xong giữ nguyên mã cũ. Cấp mã xong thì tải tệp PDF để in.
papers-issue-one = Cấp mã cho giám khảo này
papers-issue-again = In phiếu giấy mới
papers-download =
    { $count ->
       *[other] Tải { $count } phiếu để in (PDF)
    }
notice-papers-issued = Đã cấp mã. Tải tệp PDF rồi in.
paper-nothing-to-print = Không còn phiếu nào chưa ký, nên không cần in thêm.
paper-nothing-printed = Chưa có phiếu nào đã cấp mã và còn chờ nhập. Hãy cấp mã trước khi tải tệp PDF.
paper-find = Nhập phiếu theo mã
paper-find-lead = Mã gồm 8 ký tự, in ở góc trên bên phải phiếu; gõ chữ thường, có dấu cách hay gạch nối đều được.
paper-code = Mã phiếu
paper-find-act = Mở phiếu
paper-code-wrong = Mã này có ký tự sai hoặc đổi chỗ. Hãy xem lại 8 ký tự in trên phiếu.
paper-code-printed = Mã phiếu: { $code }
paper-not-printed = chưa in
paper-printed = đã in, chờ nhập
paper-keyed-by-one = một người đã nhập
paper-apart = hai bản khác nhau
paper-agreed = hai bản khớp nhau
paper-on-screen = đã ký trên máy
paper-keyers-only = Chỉ cơ quan thường trực, chủ tịch, phó chủ tịch và thư ký hội đồng in và nhập phiếu giấy. Cần phiếu giấy thì nhờ thư ký hội đồng.
paper-own = Đây là phiếu của chính bạn: phiếu giấy do hai người khác nhập. Bạn có thể chấm và ký trên máy ở trang phiếu của mình.
way-sheet-own = Mở phiếu của tôi
way-paper-sheet = Về trang nhập phiếu
way-paper-sheets = Về danh sách phiếu giấy
paper-set-aside-already = Phiếu giấy này đã được bỏ; những gì đã nhập vẫn được lưu. Nếu giám khảo còn chấm thì in phiếu mới.
paper-agreed-already = Phiếu giấy này đã nhập xong: hai người nhập khớp nhau. Giám khảo muốn sửa thì ký lại trên máy, hoặc chấm trên một phiếu giấy mới.
paper-judge-gone = Giám khảo này không còn chấm hồ sơ ghi trên phiếu, nên phiếu không nhập được nữa. Những gì đã nhập vẫn được lưu; hãy xem lại phân công chấm.
paper-other-rules = Phiếu được in theo quy chế chấm cũ. Hãy in phiếu mới để giám khảo chấm theo quy chế đang áp dụng.
paper-two-already = Đã có hai người nhập phiếu này; người thứ ba không nhập được. Một trong hai người sửa bản của mình, hoặc bỏ phiếu này và in phiếu mới.
notice-paper-keyed-once = Đã lưu bản nhập của bạn. Phiếu chờ người thứ hai nhập.
notice-paper-keyed-differs = Đã lưu. Hai bản nhập khác nhau; xem lại phiếu giấy rồi sửa bản sai.
notice-paper-keyed-signed = Hai bản nhập khớp nhau: phiếu giấy đã thành phiếu đã ký của giám khảo.
notice-paper-keyed-beside = Hai bản nhập khớp nhau và đã được lưu. Giám khảo đã ký trên máy, nên phiếu trên máy vẫn được tính.
paper-set-aside = Bỏ phiếu giấy này
paper-set-aside-reason = Lý do bỏ phiếu
paper-set-aside-help = Dùng khi phiếu bị mất, bị hỏng, hoặc người đã nhập không còn tham gia. Những gì đã nhập vẫn được lưu; phiếu in sau có mã khác.
paper-set-aside-why = Cần ghi lý do bỏ phiếu.
paper-set-aside-too-late = Phiếu này đã nhập xong hoặc đã bỏ, nên không bỏ được nữa.
paper-set-aside-because = Phiếu đã bỏ. Lý do: { $reason }
notice-paper-set-aside-done = Đã bỏ phiếu giấy. Cấp mã và in phiếu mới nếu giám khảo còn chấm.
paper-not-yet = Phiếu chưa nhập được. Nếu trên giấy ghi đúng như vậy thì đưa giám khảo sửa và ký lại phiếu giấy.
paper-agreed-by = { $one } và { $other } nhập khớp nhau lúc { $moment }.
paper-judge-signed = Giám khảo đã ký phiếu này trên máy. Phiếu ký trên máy được tính; phiếu giấy vẫn nhập được và được lưu bên cạnh, chỉ thay khi chính giám khảo rút chữ ký trên máy.
paper-waits = Bạn đã nhập phiếu này. Phiếu chờ một người khác nhập; trước đó chưa ai thấy bản của bạn.
paper-first-is-in = Một người đã nhập phiếu này. Bạn nhập độc lập theo phiếu giấy; máy chỉ đối chiếu sau khi bạn nhập xong.
paper-blind = Chưa ai nhập phiếu này. Phiếu cần hai người nhập, không ai thấy bản của người kia trước khi cả hai nhập xong.
paper-differences = Chỗ hai bản khác nhau
paper-differences-help = Xem lại phiếu giấy ở những mục này. Người nhập sai sửa bản của mình ở dưới; đến khi mở điểm, không ai thấy bản của người kia. Cả bản cũ và bản mới đều được lưu.
paper-own-entry = Bản của bạn
paper-criterion = Tiêu chí
paper-key = Nhập theo phiếu giấy
paper-correct = Sửa bản nhập của tôi
paper-key-help = Nhập đúng như giám khảo ghi trên giấy, kể cả nhận xét. Chữ viết bên lề chỉ có trên bản quét.
paper-key-act = Lưu bản nhập
paper-correct-act = Lưu bản sửa
paper-logged = Người nhập phiếu biết điểm trước khi mở điểm, nên việc nhập được ghi vào sổ cùng tên bạn. Không kể điểm với ai.
paper-abstains = Giám khảo không chấm hồ sơ này
paper-abstains-words = Trên phiếu ghi không chấm
paper-scan = Bản quét
paper-scan-none = Chưa có bản quét nào.
paper-scan-see = Tải bản quét
paper-scan-sealed = Bản quét được giữ kín như phiếu: bạn tải được sau khi tự mình nhập phiếu này, hoặc sau khi mở điểm.
paper-scan-file = Tệp quét hoặc ảnh chụp phiếu đã ký (PDF, PNG, JPEG)
paper-scan-send = Đính kèm bản quét
paper-scan-kind = Bản quét phải là PDF, PNG hoặc JPEG. Hãy quét lại hoặc chụp ảnh phiếu.
notice-paper-scan-sent = Đã đính kèm bản quét.
paper-entries = Các lần nhập
paper-points = Điểm
paper-most = Tối đa
paper-step = Bước
paper-sum = Tổng điểm
paper-post-judge = Giám khảo
paper-name = Phiếu chấm điểm
paper-name-again = Phiếu chấm điểm (chấm lại)
paper-council = Hội đồng
paper-keyed-at = Mã phiếu { $code }. Thư ký hội đồng nhập phiếu tại { $address }; hai người nhập độc lập.
paper-abstain = Không chấm hồ sơ này, lý do: 
sheet-paper = Phiếu giấy của bạn
sheet-paper-keyed = Phiếu giấy mã { $code }, do { $people } nhập khớp nhau lúc { $moment }. Nếu khác với phiếu bạn đã ký bằng bút, hãy chấm và ký lại ở dưới, rồi báo thư ký hội đồng.
sheet-paper-counts = Phiếu giấy này đang được tính. Nếu bạn ký trên máy thì phiếu ký trên máy được tính.
sheet-paper-waits = Phiếu bạn ký trên máy đang được tính, không phải phiếu giấy này. Muốn lấy phiếu giấy, hãy rút chữ ký trên máy.
sheet-withdraw = Rút chữ ký trên máy, lấy phiếu giấy
sheet-withdraw-reason = Lý do rút chữ ký
sheet-withdraw-help = Phiếu giấy được tính thay cho phiếu ký trên máy. Cả hai đều được lưu.
sheet-withdraw-why = Cần ghi lý do rút chữ ký trên máy.
sheet-nothing-to-withdraw = Không có phiếu giấy nào chờ thay cho phiếu bạn ký trên máy, nên không có gì để rút. Muốn sửa điểm thì chấm và ký lại.
notice-sheet-withdrawn = Đã rút chữ ký trên máy; phiếu giấy được tính.
result-on-paper = Chấm trên phiếu giấy mã { $code }, do { $people } nhập.

act-paper-sheet-print = Cấp mã phiếu chấm giấy
act-paper-sheet-key = Nhập phiếu chấm giấy
act-paper-sheet-set-aside = Bỏ phiếu chấm giấy
act-paper-sheet-scan = Đính kèm bản quét phiếu chấm
act-sheet-withdraw = Rút chữ ký trên máy, lấy phiếu giấy

mail-council-paper-subject = Đã nhập phiếu giấy, hồ sơ số { $number }: { $council }
mail-council-paper-body =
    Kính gửi { $name },

    Phiếu chấm giấy của ông/bà cho hồ sơ số { $number } tại “{ $council }” ({ $contest }) đã được hai người nhập khớp nhau.

    Đề nghị ông/bà xem lại phiếu ở đây; nếu không đúng thì chấm và ký lại trên máy:
    { $link }
