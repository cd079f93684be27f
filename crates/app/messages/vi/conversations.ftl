conversation = Trao đổi giữa tác giả và cơ quan thường trực
conversations = Trao đổi
conversations-lead = Câu hỏi của tác giả về hồ sơ đã nộp, và đề nghị tư vấn trước khi nộp. Việc chờ lâu nhất ở trên cùng.
conversations-none = Chưa có ai hỏi. Tác giả hỏi từ trang hồ sơ đã nộp, hoặc gửi đề nghị tư vấn từ trang hội thi.
conversations-none-found = Không có trao đổi nào khớp. Hãy bỏ lọc.
conversations-all = Xem tất cả
conversations-any = Mọi trạng thái
conversations-taken-any = Bất kỳ ai
conversations-taken-mine = Tôi nhận
conversations-own = Trao đổi của tôi
conversations-own-lead = Trao đổi về hồ sơ đã nộp và những đề nghị tư vấn của bạn. Chỉ những người cùng làm hồ sơ và cơ quan thường trực đọc được.
conversations-own-none = Bạn chưa trao đổi gì. Muốn hỏi trước khi nộp, hãy mở trang hội thi rồi chọn “Hỏi trước khi nộp”.
conversations-find-contest = Tìm hội thi
conversation-office = Chờ cơ quan trả lời
conversation-reopened = Mở lại, chờ cơ quan trả lời
conversation-author = Đã trả lời, chờ tác giả
conversation-answered = Đã có trả lời
conversation-settled = Đã xong
conversation-side-office = Cơ quan thường trực
conversation-side-author = Tác giả
conversation-you = Bạn
conversation-unread = { $count } mới
conversation-new = mới
conversation-of = Về
conversation-before-filing = Đề nghị tư vấn
conversation-subject = Nội dung
conversation-subject-help = Vài chữ, ví dụ: Giải pháp đã áp dụng từ 2019 có được dự thi không?
conversation-since = Từ lúc
conversation-said = Những gì đã trao đổi
conversation-write = Viết tiếp
conversation-answer = Trả lời
conversation-text = Lời nhắn
conversation-question = Câu hỏi
conversation-text-help = Chữ thường, tối đa 4.000 chữ cái; xuống dòng được giữ nguyên. Trong 15 phút, khi chưa ai trả lời, còn rút lại được.
conversation-send = Gửi
conversation-settle = Đã xong
conversation-mark-read = Đánh dấu đã đọc
conversation-withdraw = Rút lời này
conversation-was-withdrawn = Lời này đã được người viết rút lúc { $moment }.
conversation-field = Lĩnh vực dự thi
conversation-field-none = Chưa rõ
conversation-taken-head = Người nhận trả lời
conversation-taken-nobody = Chưa ai nhận
conversation-take = Tôi nhận
conversation-take-over = Nhận thay
conversation-release = Trả lại, để người khác nhận
conversation-remarks = Ghi chú nội bộ
conversation-remarks-help = Chỉ người điều hành hội thi đọc được; tác giả không bao giờ thấy.
conversation-remark = Ghi chú
conversation-remark-save = Lưu ghi chú
conversation-lead-author = Hỏi hoặc nhắn cho cơ quan thường trực về hồ sơ này. Mọi người cùng làm hồ sơ đều đọc được.
conversation-lead-office = Nhắn cho các tác giả của hồ sơ này. Họ được báo ngay.
conversation-go = Trao đổi
consultation = Hỏi trước khi nộp
consultation-lead = Đề nghị cơ quan thường trực tư vấn trước khi viết hay nộp hồ sơ. Chỉ bạn và cơ quan thường trực đọc được.
consultation-send = Gửi câu hỏi
answers = Mẫu trả lời
answers-lead = Những lời hay dùng, để chọn khi trả lời. Chỗ điền: {"{contest}"} tên hội thi, {"{title}"} tên giải pháp hoặc nội dung hỏi, {"{deadline}"} hạn nộp, {"{number}"} số hồ sơ.
answers-none = Hội thi chưa có mẫu riêng. Khi trả lời vẫn chọn được những mẫu có sẵn.
answer-new = Viết mẫu mới
answer-edit = Sửa mẫu
answer-remove = Bỏ mẫu
answer-title = Tên mẫu
answer-body = Lời trả lời
answer-body-help = Dùng được {"{contest}"}, {"{title}"}, {"{deadline}"}, {"{number}"}.
answer-save = Lưu mẫu
answer-choose = Mẫu trả lời
answer-fill = Điền mẫu
answer-ready-received = Đã nhận câu hỏi
answer-ready-received-text =
    Kính gửi ông/bà,

    Chúng tôi đã nhận được câu hỏi về “{ $title }” và đang xem xét. Chúng tôi sẽ trả lời tại đây.

    Trân trọng.
answer-ready-deadline = Hạn nộp hồ sơ
answer-ready-deadline-text =
    Kính gửi ông/bà,

    { $contest } nhận hồ sơ đến { $deadline }. Trước hạn, ông/bà sửa và nộp lại bao nhiêu lần cũng được; lần nộp cuối cùng được tính.

    Trân trọng.
answer-ready-papers = Bổ sung giấy tờ
answer-ready-papers-text =
    Kính gửi ông/bà,

    Hồ sơ số { $number } “{ $title }” còn thiếu: ……

    Đề nghị ông/bà bổ sung chậm nhất là { $deadline }.

    Trân trọng.
answer-ready-rules = Xem thể lệ
answer-ready-rules-text =
    Kính gửi ông/bà,

    Nội dung ông/bà hỏi được nêu trong thể lệ của { $contest }, mục ……

    Trân trọng.
conversation-not-handed-in = Hồ sơ này chưa nộp nên chưa có trao đổi về hồ sơ. Muốn hỏi trước khi nộp, hãy gửi đề nghị tư vấn.
conversation-begun-meanwhile = Vừa có người bắt đầu trao đổi về hồ sơ này. Lời bạn viết còn nguyên bên dưới: hãy chép lại, mở trao đổi để đọc rồi gửi ở đó.
conversation-newer = Trong lúc bạn viết đã có lời mới. Hãy đọc lời mới ở trên, sửa nếu cần rồi gửi lại; lời bạn viết còn nguyên.
conversation-taken = { $name } đang nhận trả lời. Nếu cần trả lời thay, hãy bấm “Nhận thay” rồi gửi lại; lời bạn viết còn nguyên.
conversation-office-only = Việc này dành cho người điều hành hội thi.
conversation-too-many = Bạn đã gửi { $most } lời trong một giờ nên chưa gửi thêm được. Lời bạn viết còn nguyên: hãy gộp lại và gửi sau { $moment }.
conversation-too-many-open = Bạn đang có { $most } câu hỏi chưa xong về hội thi này. Hãy hỏi tiếp trong một câu hỏi đã có, hoặc đánh dấu xong những câu đã rõ.
conversation-text-missing = Hãy viết nội dung.
conversation-text-too-long = Dài { $letters } chữ cái, tối đa { $longest }. Hãy rút gọn hoặc gửi làm hai lời.
conversation-subject-missing = Hãy ghi nội dung hỏi trong vài chữ.
conversation-field-unknown = Hội thi không có lĩnh vực này. Hãy chọn trong danh sách.
conversation-not-yours = Chỉ người viết mới rút được lời của mình. Nếu cần đính chính, hãy viết lời mới.
conversation-answered-since = Sau lời này đã có lời khác nên không rút được nữa. Nếu cần đính chính, hãy viết lời mới.
conversation-too-late = Lời này gửi đã quá 15 phút nên không rút được nữa. Nếu cần đính chính, hãy viết lời mới.
conversation-settled-already = Trao đổi này đã xong từ trước. Muốn hỏi thêm, hãy viết lời mới: trao đổi tự mở lại.
answer-title-missing = Hãy ghi tên mẫu.
answer-place-unknown = Không có chỗ điền { $place }. Hãy dùng một trong bốn chỗ điền có sẵn.
answer-not-chosen = Mẫu này không còn. Hãy chọn mẫu khác trong danh sách.
answers-too-many = Hội thi đã có { $most } mẫu. Hãy bỏ bớt mẫu không dùng rồi thêm.
answer-changed-meanwhile = Người khác vừa sửa mẫu này nên phần bạn gõ chưa được lưu. Hãy mở lại mẫu để xem rồi sửa tiếp.
way-conversation = Mở trao đổi
way-conversations = Xem các trao đổi
way-consultation = Gửi đề nghị tư vấn
notice-conversation-said = Đã gửi.
notice-conversation-asked = Đã gửi câu hỏi. Khi có trả lời, bạn được báo.
notice-conversation-withdrawn = Đã rút lời này.
notice-conversation-remarked = Đã lưu ghi chú nội bộ.
notice-conversation-took = Bạn nhận trả lời trao đổi này.
notice-conversation-released = Đã trả lại để người khác nhận.
notice-conversation-is-settled = Đã đánh dấu xong.
notice-conversation-read = Đã đánh dấu đã đọc.
notice-answer-saved = Đã lưu mẫu.
notice-answer-removed = Đã bỏ mẫu.
act-conversation-write = gửi lời trao đổi
act-conversation-remark = ghi chú nội bộ về trao đổi
act-conversation-withdraw = rút lời trao đổi
act-conversation-settle = đánh dấu trao đổi đã xong
act-conversation-take = nhận trả lời trao đổi
act-conversation-release = trả lại trao đổi
act-conversation-answer = viết mẫu trả lời
act-conversation-answer-change = sửa mẫu trả lời
act-conversation-answer-remove = bỏ mẫu trả lời
conversations-words = Tìm trong nội dung
conversation-files = Tệp gửi kèm
conversation-files-help = Ảnh chụp, biên bản, bản vẽ. Nhiều nhất 5 tệp, cả thảy 15 MB. Tệp thuộc hồ sơ thì nộp ở trang hồ sơ.
conversation-files-too-many = Nhiều nhất 5 tệp mỗi lần gửi. Hãy gộp lại, hoặc gửi thành nhiều lần.
conversation-files-too-large = Các tệp cộng lại lớn quá 15 MB. Hãy giảm kích thước ảnh, hoặc gửi thành nhiều lần.
