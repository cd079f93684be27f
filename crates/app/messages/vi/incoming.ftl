nav-papers = Văn bản
papers-lead = Kế hoạch, công văn, thông báo đã đưa vào; văn bản chờ xem lại đứng trước.
papers-search = Tìm theo số, cơ quan ban hành, trích yếu
papers-empty = Chưa có văn bản nào. Hãy đưa kế hoạch tổ chức hội thi vào, hội thi sẽ được lập từ đó.
papers-none-found = Không có văn bản nào khớp. Hãy thử ít từ hơn.
papers-count = { $count ->
   *[other] { $count } văn bản
}
paper-new = Đưa văn bản vào
paper-new-lead = Chọn tệp kế hoạch, công văn hay thông báo. Hệ thống đọc và trình lại những gì đã hiểu để bạn xem.
paper-file = Tệp
paper-file-help = Word, PDF, bản quét hoặc ảnh chụp; tối đa 15 MB.
paper-paste = Hoặc dán nội dung văn bản
paper-text = Nội dung văn bản
paper-read-it = Đọc văn bản
paper-next = Tiếp theo sẽ thế nào?
paper-next-read = Văn bản được đọc trong vài giây; bản quét lâu hơn.
paper-next-review = Bạn xem lại từng điều đã đọc, sửa chỗ sai, bỏ chỗ thừa.
paper-next-contest = Bấm một nút, hội thi có đủ mốc thời gian, nhiệm vụ và đơn vị. Có thể hoàn tác cho tới khi có đơn vị bắt đầu làm.
paper-subject = Trích yếu
paper-number = Số, ký hiệu
paper-day = Ngày ban hành
paper-issuer = Cơ quan ban hành
paper-kind = Loại văn bản
paper-untitled = Văn bản không có trích yếu
paper-state-unread = Không đọc được
paper-state-reading = Đang đọc
paper-state-read = Đã đọc, chờ xem lại
paper-state-review = Đang xem lại
paper-state-accepted = Đã lập hội thi
paper-being-read = Đang đọc văn bản. Trang này tự mở lại sau ít giây.
paper-another = Đưa tệp khác hoặc dán nội dung
paper-to-contest = Mở hội thi
paper-to-review = Xem lại và lập hội thi
paper-to-review-done = Xem những gì đã đọc
paper-download = Tải tệp
paper-what = Văn bản này là gì
paper-public = Cho công chúng xem
paper-hide = Ẩn đi
paper-show = Cho xem
paper-found = Đã đọc được
paper-whole-text = Toàn văn
yes = Có
no = Không
file-empty = Tệp rỗng. Hãy chọn một tệp có nội dung, hoặc dán nội dung văn bản.
file-unreadable = Không đọc được tệp này. Hãy kiểm tra tệp và quyền đọc.
file-too-large = Tệp lớn hơn 15 MB. Hãy giảm độ phân giải khi quét, hoặc chia thành nhiều tệp.
notice-paper-received = Đã nhận văn bản.
notice-paper-again = Văn bản này đã có từ trước; đây là bản đang giữ.
notice-paper-changed = Đã lưu.
contest-locality-empty = Chưa rõ hội thi của địa phương hay cơ quan nào. Hãy ghi, ví dụ: tỉnh Sông Lam.
paper-found-milestones = { $count ->
   *[other] { $count } mốc thời gian
}
paper-found-tasks = { $count ->
   *[other] { $count } nhiệm vụ
}
paper-found-contacts = { $count ->
   *[other] { $count } đầu mối liên hệ
}
paper-found-citations = { $count ->
   *[other] { $count } văn bản làm căn cứ
}
paper-found-doubts = { $count ->
   *[other] { $count } chỗ cần xem lại
}
act-paper-receive = nhận văn bản
act-paper-read = đọc văn bản
act-paper-public = đổi việc cho công chúng xem văn bản
