notices = Thông báo
notices-lead = Những gì vừa xảy ra với việc của đơn vị và hội thi của bạn, cùng lời nhắc hạn. Bấm vào thông báo để mở việc.
notices-waiting = { $count } thông báo chưa đọc
notices-count = { $count } thông báo
notices-none = Không có thông báo nào ở đây.
notices-show = Xem
notices-all = Tất cả
notices-new = Chưa đọc
notices-kind = Loại thông báo
notices-any-kind = Mọi loại
notices-contest = Hội thi
notices-any-contest = Mọi hội thi
notices-read-all = Đánh dấu tất cả đã đọc
notice-read = Đã đọc
notice-unread = Chưa đọc
notice-is-new = Mới:
notice-notices-read = Đã đánh dấu tất cả là đã đọc.
notice-choices = Cách nhận thông báo
notice-choices-lead = Thông báo luôn nằm trong hệ thống. Chọn loại nào gửi thêm thư tới { $email }, ngay lúc đó hay gộp trong thư hằng ngày.
notice-choices-no-mail = Hệ thống chưa nối máy chủ thư: hiện chỉ có thông báo trong hệ thống.
notice-notice-choices = Đã lưu cách nhận thông báo.
notice-not-silenced = Loại thông báo này nói việc và hạn của đơn vị, nên không tắt hẳn được. Có thể chọn “chỉ trong hệ thống”.
notice-how = Cách nhận
notice-how-product = Chỉ trong hệ thống
notice-how-at-once = Thêm thư, gửi ngay
notice-how-digest = Thêm thư, gộp hằng ngày
notice-how-never = Không nhận
notice-hours = Giờ nhận thư
notice-hours-lead = Giờ Việt Nam (Asia/Ho_Chi_Minh), từ 0 đến 23.
notice-digest-hour = Thư hằng ngày gửi lúc
notice-digest-hour-help = Một thư, gộp những gì mới theo từng hội thi. Ngày không có gì mới thì không gửi.
notice-quiet-from = Giờ nghỉ, từ
notice-quiet-until = Giờ nghỉ, đến
notice-quiet-help = Trong giờ nghỉ không gửi thư nào, thư đợi đến hết giờ nghỉ. Để trống cả hai nếu nhận lúc nào cũng được.
notice-hour-unreadable = Hãy ghi một giờ từ 0 đến 23.
told-report = báo cáo { $period }
told-assigned = Được giao nhiệm vụ, hạn { $day }: { $about }
told-assigned-endless = Được giao nhiệm vụ: { $about }
told-reported = { $unit } đã báo cáo: { $about }
told-accepted = Báo cáo đã được tiếp nhận: { $about }
told-returned = Báo cáo bị trả lại, cần bổ sung: { $about }
told-extension-asked = { $unit } xin gia hạn: { $about }
told-extension-answered = Được gia hạn đến hết { $day }: { $about }
told-extension-answered-endless = Không được gia hạn: { $about }
told-remark = Có trao đổi mới: { $about }
told-author-wrote = Có câu hỏi của tác giả: { $about }
told-office-wrote = Cơ quan thường trực trả lời: { $about }
told-task-changed = Nhiệm vụ đã sửa, hạn nay là { $day }: { $about }
told-task-changed-endless = Nhiệm vụ đã sửa: { $about }
told-task-called-off = Nhiệm vụ đã thôi giao: { $about }
told-period-opened = Đã mở { $about }, hạn { $day }
told-period-opened-endless = Đã mở { $about }
told-period-submitted = { $unit } đã nộp { $about }
told-period-accepted = Đã tiếp nhận { $about }
told-period-returned = Trả lại { $about }, cần bổ sung
told-deadline-moved = Mốc thời gian đã dời, nay đến hết { $day }: { $about }
told-deadline-moved-endless = Mốc thời gian đã bỏ: { $about }
told-contest-published = Hội thi đã được công bố
told-due-soon = Sắp đến hạn { $day } ({ $distance }): { $about }
told-overdue = Đã quá hạn { $day } ({ $distance }): { $about }
notice-kind-assigned = Được giao nhiệm vụ
notice-kind-reported = Đơn vị báo cáo nhiệm vụ
notice-kind-accepted = Báo cáo nhiệm vụ được tiếp nhận
notice-kind-returned = Báo cáo nhiệm vụ bị trả lại
notice-kind-extension-asked = Đơn vị xin gia hạn
notice-kind-extension-answered = Trả lời xin gia hạn
notice-kind-remark = Trao đổi
notice-kind-author-wrote = Tác giả hỏi
notice-kind-office-wrote = Cơ quan thường trực trả lời tác giả
notice-kind-task-changed = Nhiệm vụ được sửa
notice-kind-task-called-off = Nhiệm vụ thôi giao
notice-kind-period-opened = Mở báo cáo định kỳ
notice-kind-period-submitted = Đơn vị nộp báo cáo định kỳ
notice-kind-period-accepted = Báo cáo định kỳ được tiếp nhận
notice-kind-period-returned = Báo cáo định kỳ bị trả lại
notice-kind-deadline-moved = Mốc thời gian được dời
notice-kind-contest-published = Công bố hội thi
notice-kind-due-soon = Nhắc sắp đến hạn
notice-kind-overdue = Nhắc quá hạn
notices-about = { $count } thông báo mới của hội thi
notices-about-late = Quá hạn { $late } việc, trong { $count } thông báo mới của hội thi
digest-about = Thông báo hội thi ngày { $day }: { $count } việc
digest-about-late = Quá hạn { $late } việc – thông báo hội thi ngày { $day }: { $count } việc
mail-notices-subject = { $about }
mail-notices-body =
    Kính gửi { $name },

    { $lines }

    Mọi thông báo: { $link }
    Chọn cách nhận thư: { $choices }
mail-digest-subject = { $about }
mail-digest-body =
    Kính gửi { $name },

    Những gì mới từ thư hằng ngày lần trước:

    { $lines }

    Mọi thông báo: { $link }
    Chọn cách nhận thư: { $choices }
calendar = Lịch riêng
calendar-lead = Một đường dẫn bí mật để lịch trên điện thoại hay máy tính tự hiện hạn các nhiệm vụ, báo cáo của đơn vị bạn và mốc của hội thi bạn điều hành.
calendar-once = Hãy chép đường dẫn này vào ứng dụng lịch (mục “thêm lịch từ URL”). Nó chỉ hiện một lần; ai có nó đều đọc được lịch của bạn.
calendar-made = Đường dẫn hiện dùng được tạo lúc { $at }.
calendar-make = Tạo đường dẫn lịch
calendar-again = Tạo đường dẫn mới, bỏ đường dẫn cũ
calendar-revoke = Thu hồi đường dẫn
calendar-name = Việc hội thi của { $name }
calendar-due = Hạn: { $what }
notice-calendar-revoked = Đã thu hồi đường dẫn lịch.
act-account-calendar-link = Tạo đường dẫn lịch riêng
act-account-calendar-link-off = Thu hồi đường dẫn lịch riêng
