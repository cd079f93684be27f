desk = Bàn kiểm tra
desk-open = Kiểm tra hồ sơ
desk-lead = Hồ sơ đã nộp, xếp theo số. Kiểm tra từng phần, đề nghị bổ sung, rồi kết luận.
desk-nothing-waits = Không có hồ sơ nào ở ngăn này.
desk-own = của bạn, người khác kiểm tra
desk-received = Nhận lúc
desk-whole = Xem cả hồ sơ
desk-read = Đọc nội dung hồ sơ
desk-points = Kiểm tra từng phần
desk-no-points = Thể lệ không yêu cầu thành phần nào.
desk-no-file = Không có tệp; có thể nộp bằng giấy hoặc hiện vật.
desk-reason = Lý do, ghi chú
desk-save = Lưu kết quả kiểm tra
desk-findings = Máy phát hiện
desk-no-findings = Máy không phát hiện điều gì cần xem.
desk-compare = Đối chiếu với giải pháp trước đây
desk-conclude = Kết luận
desk-ask = Đề nghị bổ sung
desk-ask-send = Gửi đề nghị
desk-ask-again = Hồ sơ đang có một đề nghị chưa trả lời. Đề nghị mới sẽ thay đề nghị cũ; muốn gia hạn, chỉ cần đổi ngày.
desk-opens = Phần được mở lại để bổ sung
desk-opens-help = Tác giả chỉ sửa được những phần này; các phần khác giữ nguyên như đã nộp.
desk-opens-page = Trang “{ $name }”
desk-opens-file = Tệp “{ $name }”
desk-why = Nội dung cần bổ sung
desk-why-help = Viết rõ thiếu gì, sai ở đâu và cần làm thế nào. Tác giả đọc nguyên văn.
desk-due-day = Bổ sung chậm nhất ngày
desk-due-hour = Giờ
desk-accept = Kết luận hợp lệ
desk-accept-chosen = Kết luận hợp lệ các hồ sơ đã chọn
desk-accept-help = Hồ sơ còn phần chưa kiểm tra hoặc chưa đạt sẽ được giữ lại và nêu rõ lý do.
desk-exclude = Kết luận không hợp lệ
desk-exclusion-reason = Lý do, viết cho tác giả
desk-ground = Căn cứ
desk-ground-choose = Chọn căn cứ
desk-basis = Văn bản kết luận
desk-basis-help = Số và ngày, ví dụ Biên bản số 05/BB-BTK ngày 10/6/2027.
desk-reopen = Xem xét lại
desk-again = Vì sao xem xét lại
desk-requests = Các đề nghị bổ sung
desk-changes = Thay đổi so với bản trước khi bổ sung
desk-changed-what = Phần
desk-changed-before = Trước
desk-changed-after = Sau
desk-lists = Danh sách kèm theo quyết định
desk-list-label = Kèm theo quyết định
desk-list-valid = Danh sách hồ sơ hợp lệ
desk-list-ineligible = Danh sách hồ sơ không hợp lệ
desk-list-number = Số
desk-list-unit = Đơn vị
desk-list-why = Lý do và văn bản
desk-list-sum = { $count ->
   *[other] Danh sách có { $count } hồ sơ.
}
desk-paper = Nhận hồ sơ giấy
desk-paper-lead = Ghi hồ sơ nhận tại quầy hoặc qua bưu điện. Sau bước này, nhập hồ sơ trên đúng các trang mà tác giả dùng.
desk-paper-go = Tiếp tục nhập hồ sơ
notice-desk-checked = Đã lưu kết quả kiểm tra.
notice-desk-asked = Đã gửi đề nghị bổ sung; tác giả nhận được thư.
notice-desk-accepted = Hồ sơ đã được kết luận hợp lệ.
notice-desk-some-accepted = Các hồ sơ đã chọn đều được kết luận hợp lệ.
notice-desk-excluded = Hồ sơ đã được kết luận không hợp lệ.
notice-desk-reopened = Hồ sơ được xem xét lại.
notice-arrival-taken-in = Đã ghi nhận hồ sơ giấy. Hãy nhập tiếp nội dung.
notice-arrival-noted = Đã ghi nhận bản giấy.
arrival-head = Bản giấy, hiện vật
arrival-none = Chưa nhận bản giấy nào.
arrival-more = Ghi nhận bản giấy
arrival-note = Ghi nhận
arrival-way = Nhận bằng cách nào
arrival-counter = Nộp trực tiếp
arrival-post = Qua bưu điện
arrival-earlier = Từ hệ thống trước
arrival-came-on = Ngày nhận
arrival-posted-on = Ngày trên dấu bưu điện
arrival-posted-help = Thể lệ tính theo dấu bưu điện thì ngày này quyết định đúng hạn hay muộn.
arrival-copies = Số bộ
arrival-late-reason = Lý do nhận muộn
arrival-late-help = Chỉ cần khi hồ sơ đến sau hạn nộp; lý do được ghi vào sổ.
arrival-remark = Ghi chú
arrival-told-counter = { $count } bộ nộp trực tiếp ngày { $day }
arrival-told-post = { $count } bộ nhận qua bưu điện ngày { $day }
arrival-told-postmark = { $count } bộ nhận qua bưu điện ngày { $day }, dấu bưu điện { $posted }
arrival-told-earlier = từ hệ thống trước, ngày { $day }, { $count } bộ giấy
dossier-asked-head = Văn phòng đề nghị bổ sung
dossier-asked-until = Hạn { $moment }
dossier-asked-over = Đã hết hạn bổ sung từ { $moment }. Hãy liên hệ cơ quan thường trực.
dossier-asked-opens = Những phần được mở lại:
dossier-vouch-paper = Bản giấy có đủ chữ ký của tác giả dưới lời cam đoan
arrival-told-late = nhận muộn: { $reason }
dossier-go-return = Xem lại và nộp bổ sung
supplement-returned = đã bổ sung
supplement-replaced = đã thay bằng đề nghị khác
supplement-decided = đã kết luận
verdict-good = Đạt
verdict-lacking = Chưa đạt
verdict-needless = Không cần
point-place = Áp dụng tại { $place }
point-ages = Độ tuổi của tác giả theo thể lệ
ground-late = Nộp muộn
ground-incomplete = Thiếu thành phần, không bổ sung
ground-not-applied = Mới là ý tưởng, chưa áp dụng
ground-outside = Áp dụng ngoài thời gian hoặc địa bàn quy định
ground-earlier = Đã dự thi hoặc đã đoạt giải
ground-not-entitled = Sai đối tượng dự thi
ground-no-field = Không thuộc lĩnh vực dự thi
ground-repeated = Trùng với giải pháp khác
ground-other = Lý do khác
finding-author-refused = { $name } trả lời là không đồng ý với phần ghi trong hồ sơ.
finding-author-silent = { $name } chưa xác nhận là đồng tác giả.
finding-unit-refused = Đơn vị được hỏi đã từ chối xác nhận.
finding-stamp-missing = Chưa có xác nhận của đơn vị hoặc địa phương.
finding-stamp-to-see = Bản xác nhận có dấu được gửi bằng ảnh chụp; hãy xem dấu và chữ ký.
finding-file-closed = Không mở được tệp “{ $name }”: hỏng, có mật khẩu hoặc không đúng loại.
finding-file-active = Tệp “{ $name }” có phần tự chạy khi mở (macro, mã lệnh, tệp kèm). Chỉ mở trên máy được bảo vệ.
finding-title-differs = Trong tệp “{ $name }” không thấy tên giải pháp như đã khai.
finding-file-twice = Tệp “{ $name }” được nộp ở hai phần khác nhau.
finding-same-file = Tệp “{ $what }” cũng nằm trong hồ sơ số { $number }.
finding-same-person = { $what } có cùng điện thoại, thư hoặc ngày sinh với một tác giả của hồ sơ số { $number }.
finding-earlier = Nhiều đoạn giống giải pháp đã biết: “{ $title }” ({ $contest } { $year }).
desk-office-only = Chỉ cơ quan tổ chức hội thi mới kiểm tra hồ sơ, sau khi hồ sơ được nộp.
desk-own-dossier = Bạn là tác giả của hồ sơ này nên người khác phải kiểm tra. Hãy nhờ một đồng nghiệp.
desk-newer-version = Tác giả vừa nộp lại hồ sơ sau khi trang này được mở. Hãy tải lại trang để xem bản mới.
desk-decided = Hồ sơ đã có kết luận. Muốn sửa, hãy bấm xem xét lại trước.
desk-checked-meanwhile = Một đồng nghiệp vừa ghi kết quả khác cho cùng phần này. Hãy tải lại trang, xem kết quả ấy rồi quyết định.
desk-reason-missing = Hãy ghi lý do chưa đạt: { $point }.
desk-not-checked = Chưa kết luận hợp lệ được, còn chưa kiểm tra hoặc chưa đạt: { $points }.
desk-nothing-opens = Hãy chọn ít nhất một phần để tác giả bổ sung.
desk-why-missing = Hãy viết cần bổ sung những gì.
desk-ground-missing = Hãy chọn căn cứ.
desk-exclusion-reason-missing = Hãy viết lý do để tác giả hiểu.
desk-basis-missing = Hãy ghi số và ngày của văn bản kết luận.
desk-again-missing = Hãy viết vì sao xem xét lại.
desk-none-chosen = Chưa chọn hồ sơ nào. Hãy quay lại và đánh dấu các hồ sơ.
desk-some-refused = Một số hồ sơ chưa kết luận được.
arrival-late = Hồ sơ đến sau hạn { $day }. Muốn nhận, hãy ghi lý do nhận muộn.
arrival-day-ahead = Ngày nhận không thể ở sau hôm nay.
arrival-posted-after = Ngày trên dấu bưu điện không thể sau ngày nhận.
arrival-copies-unreadable = Hãy ghi số bộ từ 1 đến 50.
dossier-part-closed = Phần này không được mở lại. Chỉ sửa được những phần mà văn phòng đề nghị bổ sung.
way-desk = Về bàn kiểm tra
mail-dossier-asked-subject = Đề nghị bổ sung hồ sơ số { $number }
mail-dossier-asked-body = Hồ sơ “{ $title }” dự { $contest } cần bổ sung:

    { $why }

    Hạn bổ sung: { $moment }.
    Mở hồ sơ tại { $link }
mail-dossier-valid-subject = Hồ sơ số { $number } hợp lệ
mail-dossier-valid-body = Hồ sơ “{ $title }” dự { $contest } đã được kết luận hợp lệ và sẽ được chấm.

    Xem tại { $link }
mail-dossier-ineligible-subject = Kết luận về hồ sơ số { $number }
mail-dossier-ineligible-body = Hồ sơ “{ $title }” dự { $contest } không đủ điều kiện dự thi.

    Lý do: { $reason }
    Văn bản: { $basis }

    Xem tại { $link }
act-dossier-check = kiểm tra hồ sơ
act-dossier-ask = đề nghị bổ sung hồ sơ
act-dossier-accept = kết luận hồ sơ hợp lệ
act-dossier-exclude = kết luận hồ sơ không hợp lệ
act-dossier-reopen = xem xét lại hồ sơ
act-dossier-take-in = nhận hồ sơ giấy
act-dossier-import = nhập hồ sơ từ bảng
act-dossier-arrival = ghi nhận bản giấy
finding-file-late = Tệp “{ $name }” đến đủ lúc { $moment }, sau thời gian được gửi nốt.
finding-file-following = Tệp “{ $name }” đang gửi, được nhận đến { $moment }.
finding-file-missing = Tệp “{ $name }” có trong danh sách đã nộp nhưng chưa đến.
finding-author-by-sheet = { $name } ký trên phiếu giấy; hãy xem chữ ký.
dossier-import-sheet = Hồ sơ
dossier-import-authors = Tác giả
dossier-import-notes = Hướng dẫn
dossier-import-key = Mã dòng
dossier-import-holder = Bên dự thi
dossier-import-second-field = Lĩnh vực thứ hai
dossier-import-author-name = Họ và tên
dossier-import-unit = Đơn vị gửi hồ sơ
dossier-import-author = Tác giả { $count }: { $what }
dossier-import-organisation = Tổ chức: { $what }
dossier-import-file = Tệp: { $name }
dossier-import-example-key = VÍ DỤ
dossier-import-example-title = Máy gieo hạt ngô ba hàng cho nương dốc
dossier-import-example-place = xã Thung Mây
dossier-import-example-author = Lò Văn Gieo
dossier-import-example-day = 20/11/2026
dossier-import-note-key = Mã dòng là mã của riêng anh chị cho từng hồ sơ, mỗi mã một lần. Nhập lại cùng bảng thì dòng đã nhập được bỏ qua.
dossier-import-note-authors = Tác giả ghi ngay trong dòng (Tác giả 1, Tác giả 2…), hoặc mỗi người một dòng ở trang Tác giả với cùng mã dòng.
dossier-import-note-fields = Lĩnh vực: { $all }
dossier-import-note-holders = Bên dự thi: { $all }
dossier-import-note-ways = Nhận bằng cách nào: { $all }. Bỏ trống là nộp trực tiếp.
dossier-import-note-files = Tệp đặt trong thư mục mang tên mã dòng, tên tệp bắt đầu bằng tên thành phần hồ sơ; hoặc ghi tên tệp vào cột của thành phần đó, cách nhau bằng dấu chấm phẩy.
dossier-import-note-example = Dòng ví dụ không được nhập; có thể để nguyên hoặc xóa.
dossier-import-headings = Không thấy dòng tiêu đề có cột Mã dòng và ít nhất một cột nữa. Hãy dùng bảng mẫu (hoithi dossier template).
dossier-import-no-rows = Bảng không có hồ sơ nào dưới dòng tiêu đề, ngoài dòng ví dụ.
dossier-import-key-wrong = Mã dòng phải có, không quá { $most } chữ, không có dấu gạch chéo và không bắt đầu bằng dấu chấm.
dossier-import-authors-many = Nhiều hơn { $most } tác giả, không nhận được.
dossier-import-way = Không có cách nhận này. Hãy ghi một cách trong trang Hướng dẫn của bảng mẫu.
dossier-import-no-such-folder = Không có thư mục { $folder }.
dossier-import-folder-unreadable = Không đọc được thư mục tệp của dòng này.
dossier-import-no-folder = Bảng nêu tệp “{ $name }” nhưng chưa cho biết thư mục tệp. Hãy thêm --files.
dossier-import-file-missing = Không thấy tệp “{ $name }” trong thư mục tệp.
dossier-import-file-whose = Không rõ tệp này thuộc thành phần nào. Hãy đặt tên tệp bắt đầu bằng tên thành phần, hoặc ghi tên tệp vào cột của thành phần.
rebase = Xét theo thể lệ mới
rebase-lead = Hồ sơ đang được xét theo thể lệ phiên bản { $before }, là bản có hiệu lực khi nộp. Thể lệ hiện nay là phiên bản { $after }. Bản mới chỉ áp dụng cho hồ sơ này khi văn phòng quyết định, có lý do; tác giả được báo.
rebase-is-newest = Hồ sơ đã được xét theo thể lệ mới nhất, phiên bản { $version }.
rebase-effect = Khác đi với hồ sơ này
rebase-no-effect = Không có gì khác đi với hồ sơ này.
rebase-anew = Chưa đạt theo thể lệ mới, nay thì đạt:
rebase-no-longer = Nay chưa đạt, theo thể lệ mới thì đạt:
rebase-points = Kiểm tra lại những phần này:
rebase-rules = Thể lệ khác nhau ở đâu
rebase-reason = Lý do
rebase-reason-help = Ví dụ: Kế hoạch số 12/KH-BTC ngày 05/8/2027 bỏ yêu cầu nộp đĩa. Tác giả đọc nguyên văn.
rebase-reason-missing = Chưa ghi lý do áp dụng thể lệ mới. Ghi một câu, tác giả sẽ đọc.
rebase-do = Áp dụng thể lệ mới
rebase-nothing-missing = Theo thể lệ mới, hồ sơ không có thêm điểm nào chưa đạt.
rebase-newer-rules = Thể lệ vừa được sửa thêm một lần nữa, nên chưa áp dụng. Xem lại phần khác nhau rồi quyết định.
rebase-asked = Hồ sơ đang chờ tác giả bổ sung theo thể lệ cũ. Đợi bổ sung xong, hoặc kết luận, rồi áp dụng thể lệ mới.
rebase-decided = Hồ sơ đã kết luận theo thể lệ cũ. Muốn áp dụng thể lệ mới, bấm “Xem xét lại” trước.
rebases-lead = Hồ sơ nộp trước khi thể lệ được sửa giữ bản thể lệ lúc nộp. Chọn những hồ sơ sẽ được xét theo thể lệ phiên bản { $version }.
rebases-none = Mọi hồ sơ đang chờ kiểm tra đều được xét theo thể lệ mới nhất.
rebases-by = Đang xét theo
rebases-do = Áp dụng cho hồ sơ đã chọn
rebases-anew = { $count ->
   *[other] thêm { $count } điểm chưa đạt
}
rebases-no-longer = { $count ->
   *[other] bớt { $count } điểm chưa đạt
}
rebases-points = { $count ->
   *[other] kiểm tra lại { $count } phần
}
desk-behind = { $count ->
   *[other] { $count } hồ sơ đang chờ kiểm tra được xét theo thể lệ cũ.
}
desk-behind-go = Xem và chọn
finding-earlier-rules = Hồ sơ được xét theo thể lệ phiên bản { $before }; thể lệ hiện nay là phiên bản { $after }. Xem khác gì với hồ sơ này.
notice-desk-rebased = Hồ sơ được xét theo thể lệ mới; tác giả nhận được thư.
notice-desk-some-rebased = Các hồ sơ đã chọn được xét theo thể lệ mới; tác giả nhận được thư.
way-rebase = Xem lại phần khác nhau
mail-dossier-rebased-subject = Hồ sơ số { $number } được xét theo thể lệ mới
mail-dossier-rebased-body = Hồ sơ “{ $title }” dự { $contest } từ nay được xét theo thể lệ mới của hội thi.

    Lý do: { $reason }

    { $missing }

    Mở hồ sơ tại { $link }
act-dossier-rebase = xét hồ sơ theo thể lệ mới
