begin-heading = Bắt đầu dự thi
begin-lead = Chỉ cần một địa chỉ thư điện tử hoặc số điện thoại. Không cần đặt mật khẩu trước. Lần sau muốn vào lại cũng làm ở trang này.
begin-login = Thư điện tử hoặc số điện thoại
begin-login-help = Có thư điện tử thì nhập thư, mã được gửi tới ngay. Không có thì nhập số điện thoại, ví dụ 0912 345 678.
begin-login-no-mail = Nơi này chưa tự gửi được thư: hãy nhập số điện thoại, ví dụ 0912 345 678. Có thẻ thì nhập số thẻ, ví dụ HT 4829 1376.
begin-go = Tiếp tục
begin-have-password = Tôi đã có mật khẩu
begin-code-heading = Nhập mã
begin-code-mailed = Một thư vừa được gửi tới { $login }. Hãy nhập sáu chữ số trong thư, ngay trên máy này, trong 15 phút.
begin-code-kept = Hãy nhập sáu chữ số của { $login }, ngay trên máy này, trong 15 phút.
begin-code-handed = Nhập tám chữ số mà cán bộ ở xã, ở đơn vị hoặc ở cơ quan thường trực đã đưa cho bạn, dùng với { $login }.
begin-code-spam = Chưa thấy thư thì xem cả mục thư rác, hoặc đợi một phút.
begin-code = Mã
begin-code-wrong = Mã chưa đúng, đã dùng rồi hoặc đã hết hạn. Hãy xem lại và nhập lại; sai năm lần thì phải bắt đầu lại.
begin-enter = Vào
begin-again = Bắt đầu lại với thư hoặc số khác
begin-no-mail = Nơi này chưa tự gửi được thư. Hãy gọi cơ quan thường trực để được đọc mã, hoặc bắt đầu lại bằng số điện thoại.
begin-gone = Lần bắt đầu này đã quá 15 phút, đã dùng xong, hoặc mở ở máy khác. Hãy bắt đầu lại.
begin-too-many = Đã xin mã nhiều lần trong 15 phút qua. Hãy đợi 15 phút rồi làm lại.
begin-too-many-today = Hôm nay đã xin mã quá nhiều lần. Hãy đợi đến mai, hoặc gọi cơ quan thường trực.
begin-help-heading = Chưa có mã?
begin-help-lead = Chọn nơi bạn đến nhận mã được, rồi gửi. Cán bộ ở đó thấy tên và số của bạn, đưa mã tận tay hoặc đọc cho bạn nghe. Có mã rồi thì mở lại trang này, nhập đúng số này và mã.
begin-help-unit = Nhận mã ở
begin-help-office = Cơ quan thường trực hội thi
begin-help-ask = Xin mã
begin-waits-at = Đã báo cho { $unit }. Hãy gọi hoặc đến đó để nhận mã.
begin-waits-office = Đã báo cho cơ quan thường trực hội thi. Hãy gọi hoặc đến đó để nhận mã.
way-begin = Bắt đầu lại
login-unreadable = Chưa đọc được. Hãy nhập thư điện tử (ví dụ ten@donvi.vn) hoặc số điện thoại mười chữ số (ví dụ 0912 345 678).
login-taken = Đã có tài khoản với thư hoặc số này. Người đó vào bằng trang "Bắt đầu dự thi".
sign-in-begin = Người dự thi: vào không cần mật khẩu
password-first-heading = Đặt mật khẩu để lần sau tự vào
password-first-lead = Bạn đã vào được. Đặt mật khẩu thì lần sau không phải xin mã nữa.
password-digits = Toàn chữ số cũng được, miễn là không phải số điện thoại của bạn.
password-repeated-first = Nhập lại mật khẩu
password-later = Để sau
password-none = Tài khoản này chưa có mật khẩu: mỗi lần vào cần một mã mới.
confirm-lead-mail = Việc sắp làm là việc quan trọng. Một mã sáu chữ số được gửi tới thư điện tử của bạn; mười phút sau mới hỏi lại.
confirm-lead-helper = Việc sắp làm là việc quan trọng và tài khoản này chưa có mật khẩu. Hãy nhập mã mới mà cán bộ đưa cho bạn; mười phút sau mới hỏi lại.
confirm-send-code = Gửi mã cho tôi
confirm-have-code = Tôi có mã mới
nav-requests = Người chờ mã
requests-lead = Những người không có thư điện tử đang chờ mã để vào dự thi. Đưa mã tận tay hoặc đọc qua điện thoại; mỗi lần đưa đều ghi vào sổ cái.
requests-empty = Chưa có ai chờ. Người dự thi bắt đầu bằng số điện thoại và chọn nơi này thì hiện ở đây.
requests-look = Chỉ đưa mã cho người bạn biết hoặc đã xem giấy tờ: có mã là vào được tài khoản.
request-login = Vào bằng
request-unit = Xin ở
request-since = Từ lúc
request-answer = Cấp mã
help-office = Cơ quan thường trực
help-opened = Mở tài khoản giúp
help-code = Cấp mã
helped-heading = Những người đã giúp gần đây
helped-how = Việc
helped-by = Người giúp
helped-at = Lúc
author-open = Mở tài khoản giúp người dự thi
author-open-lead = Dành cho người không tự làm được. Tài khoản ghi rõ ai đã giúp; mọi điều khai hộ vẫn phải được chính người đó xác nhận.
author-open-go = Mở tài khoản và cấp mã
author-login = Số điện thoại hoặc thư điện tử của người đó
author-login-help = Không có cả hai thì để trống: hệ thống cấp một số thẻ để in ra.
author-unit = Giúp ở
author-needs-administrator = Tài khoản này có vai trò hoặc có xác thực hai bước, hoặc đã bị khóa. Hãy báo người quản trị để được giúp.
author-needs-office = Số này đã có tài khoản do nơi khác mở. Hãy nhờ cơ quan thường trực hội thi cấp mã.
grant-email-missing = Vai trò chỉ giao cho tài khoản có thư điện tử. Người đó thêm thư ở trang tài khoản trước.
card-heading = Mã để vào dự thi
card-lead = Đưa tờ này hoặc đọc mã cho { $name }.
card-lead-mail = { $name } có thư điện tử nên không cần mã này: mở địa chỉ dưới đây, nhập thư, mã được gửi tới thư.
card-address = Mở trang
card-until = Dùng được đến
card-once = Mã chỉ dùng được một lần và chỉ hiện lần này. Rời trang là không xem lại được; cần thì cấp mã khác, mã cũ hết hiệu lực.
card-done = Đã đưa xong
privacy = Dữ liệu của tôi
privacy-lead = Hệ thống giữ gì về bạn, để làm gì, đến khi nào, ai đã xem hoặc đã làm gì với tài khoản này.
privacy-look = Xem dữ liệu của tôi
privacy-kept = Đang giữ
privacy-what = Điều gì
privacy-for = Để làm gì
privacy-until = Đến khi nào
privacy-name-for = Để biết hồ sơ là của ai và ghi tên trên giấy biên nhận.
privacy-login-for = Để bạn vào được và để báo tin cho bạn.
privacy-password-for = Để bạn tự vào. Chỉ giữ dấu băm, không ai đọc được mật khẩu.
privacy-account-until = Đến khi bạn xin xóa tài khoản.
privacy-sessions-for = Để bạn thấy máy nào đang mở tài khoản: địa chỉ mạng, loại máy, giờ.
privacy-sessions-until = Nhiều nhất bảy ngày.
privacy-seen = Ai đã làm gì
privacy-seen-lead = Lấy từ sổ cái mà không ai sửa được. Việc mới nhất đứng đầu.
consents = Những điều bạn đồng ý
consents-lead = Không có gì được chọn sẵn. Bạn đồng ý hay rút lại lúc nào cũng được; rút lại không làm mất những gì đã làm đúng trước đó.
consent-entry = Dùng dữ liệu cá nhân để dự thi
consent-entry-text = Tên, ngày sinh, nơi làm việc và số điện thoại trong hồ sơ được người tiếp nhận và giám khảo đọc để kiểm tra và chấm. Không đồng ý thì chưa nộp được hồ sơ.
consent-publication = Nêu tên công khai
consent-publication-text = Tên tác giả, đơn vị và tên giải pháp có trong danh sách công khai của hội thi.
consent-ethnicity = Dùng thông tin dân tộc
consent-ethnicity-text = Chỉ để đếm người dự thi theo dân tộc trong báo cáo. Giám khảo không thấy, không tính khi chấm.
consent-invitation = Báo cho tôi hội thi sau
consent-invitation-text = Ban tổ chức gửi tin khi có hội thi mới hợp với giải pháp của bạn.
consent-give = Đồng ý
consent-withdraw = Rút lại
consent-was-given = Đồng ý lúc { $at }
consent-was-withdrawn = Rút lại lúc { $at }
notice-help-asked = Đã gửi. Hãy gọi hoặc đến đó để nhận mã.
notice-password-first = Đã đặt mật khẩu. Lần sau bạn tự vào được.
notice-consent-given = Đã ghi sự đồng ý.
notice-consent-withdrawn = Đã rút lại.
mail-begin-code-subject = Mã vào hội thi
mail-begin-code-body =
    Kính gửi { $name },

    Mã của ông/bà là:

    { $code }

    Nhập mã này trên máy vừa mở trang, trong 15 phút. Không đưa mã cho ai, kể cả người nói là cán bộ hội thi.

    Nếu không phải ông/bà xin mã, hãy bỏ qua thư này.
mail-begin-password-subject = Địa chỉ này vào bằng mật khẩu
mail-begin-password-body =
    Kính gửi { $name },

    Có người vừa xin vào hội thi bằng địa chỉ này. Địa chỉ này đã có tài khoản vào bằng mật khẩu, nên không có mã nào được gửi. Hãy mở:

    { $link }

    Quên mật khẩu thì bấm "Quên mật khẩu" ở trang đó. Không vào được thì gọi người quản trị. Nếu không phải ông/bà xin, hãy bỏ qua thư này.
