cli = Hệ thống hội thi sáng tạo kỹ thuật: từ kế hoạch đã ký đến giấy chứng nhận.
cli-examples =
    Ví dụ:
      hoithi serve --data /srv/hoithi --listen 127.0.0.1:8080
      hoithi backup /mnt/usb/hoithi.zip
      hoithi verify

    Mã thoát: 0 xong · 1 bị từ chối hoặc có phát hiện · 2 gọi sai · 3 lỗi của hệ thống
cli-usage = Cách gọi
cli-commands = Lệnh
cli-command = LỆNH
cli-arguments = Tham số
cli-options = Cờ
cli-option = CỜ
cli-variable = biến { $name }
cli-default = mặc định { $value }
cli-wrong = Không gọi như thế được.
cli-wrong-argument = Không có tham số { $argument }.
cli-wrong-command = Không có lệnh { $command }.
cli-wrong-no-command = Thiếu tên lệnh.
cli-wrong-missing = Thiếu tham số { $argument }.
cli-wrong-no-value = Thiếu giá trị cho { $argument }.
cli-wrong-value = Giá trị { $value } không dùng được cho { $argument }.
cli-wrong-twice = Tham số { $argument } không dùng được ở đây, hoặc có hai lần.
cli-wrong-meant = Có phải: { $meant }?
cli-wrong-help = Thêm --help để xem cách gọi.
cli-arg-data = Thư mục chứa mọi thứ của bản cài đặt
cli-arg-database = URL PostgreSQL; không có thì dùng SQLite trong thư mục dữ liệu
cli-arg-config = Tệp cấu hình; mặc định hoithi.toml trong thư mục dữ liệu
cli-arg-lang = Ngôn ngữ: vi hoặc en
cli-arg-json = In JSON cho máy đọc
cli-arg-help = In trợ giúp
cli-arg-version = In phiên bản
cli-serve = Chạy dịch vụ
cli-serve-arg-listen = Địa chỉ lắng nghe, ví dụ 0.0.0.0:8080
cli-serve-arg-public_url = Địa chỉ mà mọi người gõ; đường dẫn trong thư bắt đầu bằng nó
cli-serve-arg-demo = Nạp thế giới trình diễn và cho vào thử bằng một cú bấm
cli-migrate = Đưa cơ sở dữ liệu lên phiên bản này
cli-demo = Nạp thế giới trình diễn vào nơi còn trống
cli-place = Tra một địa danh cũ hay mới
cli-place-arg-text = Địa danh, có dấu hay không, ví dụ "huyện Hớn Quản"
cli-read = Đọc văn bản: công văn, kế hoạch, quyết định… thành dữ kiện
cli-read-arg-file = Tệp hoặc thư mục: văn bản chữ, .docx, .pdf, bản quét, ảnh chụp
cli-read-arg-json = Ghi mỗi văn bản một tệp JSON vào thư mục này
cli-read-arg-text = Ghi thêm chữ đã giải mã (NAME.decoded.txt) bên cạnh JSON
cli-read-arg-verbose = Nói rõ cách giải mã và mức cách ly
cli-read-examples =
    Ví dụ:
      hoithi read ke-hoach.pdf
      hoithi read van-ban-den/ --json ket-qua/

    Mã thoát: 0 đọc được hết · 1 có tệp không đọc được, các tệp khác vẫn được ghi · 2 gọi sai · 3 lỗi của hệ thống
cli-user = Tài khoản
cli-user-list = Liệt kê tài khoản
cli-user-invite = Tạo tài khoản và in đường dẫn dùng một lần
cli-user-reset = In đường dẫn đặt mật khẩu mới
cli-user-disable = Khóa tài khoản
cli-user-enable = Mở lại tài khoản
cli-arg-email = Địa chỉ thư điện tử
cli-arg-name = Họ và tên
cli-arg-role = Vai trò
cli-arg-unit = Mã nội bộ của đơn vị, cho vai trò đầu mối
cli-unit = Đơn vị
cli-unit-list = Liệt kê đơn vị
cli-contest = Hội thi
cli-contest-examples =
    Ví dụ:
      hoithi contest receive ke-hoach.pdf
      hoithi contest list "sáng tạo" --state running
      hoithi contest move hoi-thi-tinh-lan-thu-9 submission --end 31/5/2027 --reason "Công văn gia hạn"
      hoithi contest late hoi-thi-tinh-lan-thu-9 --json

    HỘI THI là mã, phần cuối địa chỉ trang công khai, hoặc vài từ trong tên mà chỉ một hội thi có.
cli-contest-list = Liệt kê hội thi
cli-contest-list-arg-text = Từ trong tên
cli-contest-list-arg-state = Chỉ hội thi đang ở giai đoạn này
cli-contest-show = Xem một hội thi: các mốc, các đơn vị làm đến đâu
cli-contest-receive = Nhận văn bản, đọc và mở bản rà soát
cli-contest-receive-arg-file = Kế hoạch, công văn, thông báo…: .docx, .pdf, bản quét, ảnh chụp, văn bản chữ
cli-contest-receive-arg-accept = Lập hội thi ngay khi không có điểm ngờ nào
cli-contest-accept = Chấp nhận bản rà soát: lập hội thi, hoặc sửa hội thi đang có
cli-contest-undo = Hoàn tác việc lập, khi chưa ai làm gì trên hội thi
cli-contest-start = Bắt đầu: các đơn vị thấy nhiệm vụ
cli-contest-close = Khép lại
cli-contest-reopen = Mở lại
cli-contest-publish = Công bố trang của hội thi
cli-contest-publish-arg-day = Từ ngày này thay vì ngay bây giờ
cli-contest-publish-arg-hour = Giờ của ngày ấy, ví dụ 7:30
cli-contest-unpublish = Rút trang công khai lại
cli-contest-move = Dời một mốc; ngày cũ còn trong các phiên bản
cli-contest-move-arg-milestone = Loại mốc như contest show in ra (submission, judging…), hoặc mã của mốc
cli-contest-move-arg-start = Bắt đầu mới: 1/3/2027, 3/2027, quý I/2027
cli-contest-move-arg-end = Kết thúc mới
cli-contest-move-arg-reason = Vì sao dời; ai xem mốc cũng đọc được
cli-contest-late = Liệt kê đơn vị quá hạn và nhiệm vụ quá hạn
cli-contest-table = Ghi bảng đơn vị × nhiệm vụ ra tệp XLSX
cli-contest-table-arg-file = Tệp sẽ được viết
cli-contest-reports = Mở kỳ báo cáo
cli-contest-reports-arg-day = Kỳ có ngày này thay vì kỳ hiện tại
cli-arg-contest = Mã, phần cuối địa chỉ trang công khai, hoặc từ trong tên
cli-arg-paper = Mã của văn bản
cli-arg-despite_doubts = Chấp nhận dù còn điểm ngờ
cli-contest-no-state = Không có giai đoạn này. Hãy ghi preparing, running hoặc closed.
cli-contest-doubts = Còn { $doubts } điểm ngờ. Hãy xem và sửa ở { $page }, hoặc thêm --despite-doubts.
cli-contest-review = Văn bản { $paper } chờ rà soát ở { $page }
cli-contest-made = Văn bản { $paper } đã thành { $name } ({ $id }).
cli-contest-not-public = Chưa công bố
cli-contest-public = Công bố từ { $from }: { $address }
cli-contest-figures = { $tasks } nhiệm vụ · { $units } đơn vị · { $accepted }/{ $assignments } việc xong · { $waiting } chờ duyệt · { $overdue } quá hạn
cli-contest-table-written = Đã ghi bảng vào { $file }.
cli-no-milestone = Hội thi này không có mốc “{ $typed }”. Lệnh contest show in ra các mốc.
cli-many-milestones = Có nhiều mốc “{ $typed }”. Hãy ghi mã của mốc, lấy từ contest show --json.
cli-dossier = Hồ sơ dự thi
cli-dossier-examples =
    Ví dụ:
      hoithi dossier template mau.xlsx --contest sa-linh
      hoithi dossier import ho-so.xlsx --contest sa-linh --as thu-ky@salinh.example --files tep --dry-run
      hoithi dossier list --contest sa-linh --query 'trạng-thái:hợp-lệ'
      hoithi dossier show 12 --contest sa-linh
      hoithi dossier export --contest sa-linh --to ho-so.zip
      hoithi dossier check --contest sa-linh
cli-dossier-import = Nhận hồ sơ giấy đã gõ thành bảng, cùng các tệp: tất cả hoặc không hồ sơ nào. Nhập bảng là xác nhận bản giấy có đủ chữ ký
cli-dossier-import-arg-file = Bảng XLSX
cli-dossier-import-arg-member = Thư điện tử của người ở văn phòng đứng tên nhận hồ sơ
cli-dossier-import-arg-files = Thư mục tệp: mỗi mã dòng một thư mục con
cli-dossier-import-arg-dry_run = Chỉ kiểm tra từng dòng, không ghi gì
cli-dossier-template = Ghi bảng mẫu theo thể lệ của hội thi
cli-dossier-template-arg-file = Tệp XLSX sẽ ghi
cli-dossier-check = So mọi điều lưu về hồ sơ của hội thi với những gì đã nộp
cli-dossier-checked = Hồ sơ của { $name } khớp hết: bản kê, biên nhận, tệp, trạng thái, sổ và trao đổi.
cli-dossier-export = Xuất hồ sơ: bảng (.xlsx, .csv), một gói (.zip) hoặc thư mục
cli-dossier-export-arg-to = Tệp .xlsx, .csv, .zip sẽ ghi, hoặc thư mục còn trống
cli-dossier-export-arg-naming = Tên thư mục của mỗi hồ sơ: { "{" }number{ "}" }, { "{" }title{ "}" }, { "{" }author{ "}" }, { "{" }field{ "}" }, { "{" }unit{ "}" }
cli-dossier-exported = Đã xuất { $dossiers } hồ sơ vào { $place }.
cli-dossier-list = Liệt kê hồ sơ của hội thi
cli-dossier-show = Xem một hồ sơ: nội dung, tệp, biên nhận, diễn biến
cli-dossier-show-arg-number = Số hồ sơ
cli-arg-query = Tìm gì, như ở sổ hồ sơ: trạng-thái:hợp-lệ đơn-vị:"y tế"
cli-arg-sort = Xếp theo: number, title, received, field, state; thêm dấu trừ ở đầu thì ngược lại
cli-dossier-template-written = Đã ghi bảng mẫu vào { $file }.
cli-dossier-row-new = hồ sơ số { $number }
cli-dossier-row-known = đã nhập trước đây, hồ sơ số { $number }
cli-dossier-columns-unknown = Cột không hiểu, bỏ qua: { $names }
cli-dossier-folders-stray = Thư mục tệp không thuộc dòng nào: { $names }
cli-dossier-imported = Đã nhập { $new } hồ sơ; { $known } dòng đã nhập trước đây; { $wrong } dòng sai.
cli-dossier-not-imported = Chưa ghi gì: { $new } hồ sơ mới, { $known } dòng đã nhập trước đây, { $wrong } dòng sai.
cli-file-unreadable = Không đọc được tệp { $file }.
cli-backup = Sao lưu toàn bộ vào một tệp
cli-backup-arg-file = Tệp sao lưu sẽ được viết
cli-restore = Phục hồi một bản sao lưu vào nơi còn trống, rồi đối chiếu
cli-restore-arg-file = Tệp sao lưu
cli-copy-files = Chép mọi tệp giữa thư mục và kho S3, đối chiếu từng tệp; không xóa gì
cli-copy-files-arg-to = Chép tới đâu: bucket (kho S3) hoặc folder (thư mục dữ liệu)
cli-check = Hỏi dữ liệu những điều luôn phải đúng
cli-verify = Đối chiếu cơ sở dữ liệu với sổ cái
cli-verify-arg-checkpoint = Dấu niêm phong giữ ở ngoài
cli-verify-arg-export = Ghi sổ cái ra tệp này cho bộ kiểm khác
cli-verify-arg-results = Tính lại tệp kết quả đã công bố (không cần cơ sở dữ liệu)
cli-results-unreadable = Tệp này không phải gói kết quả của hoithi, hoặc quy chế và phiếu điểm trong tệp không tính được. Tải lại tệp từ trang kết quả rồi thử lần nữa.
cli-results-agree = Tính lại từ { $sheets } phiếu: cả { $lines } dòng và { $prizes } giải đều đúng như đã công bố. SHA-256 của tệp: { $digest }
cli-results-differ = Tính lại từ { $sheets } phiếu: { $count } chỗ khác với danh sách đã công bố ({ $lines } dòng, { $prizes } giải). SHA-256 của tệp: { $digest }
cli-results-line = Hồ sơ { $code }: dòng đã công bố khác với kết quả tính lại.
cli-results-missing = Hồ sơ { $code }: có trong kết quả tính lại, không có trong danh sách.
cli-results-surplus = Hồ sơ { $code }: có trong danh sách, không có trong kết quả tính lại.
cli-results-order = Thứ tự khác từ dòng { $place }.
cli-migrated = Cơ sở dữ liệu đã ở phiên bản này.
cli-demo-loaded = Đã nạp thế giới trình diễn.
cli-serving = hoithi đang chạy tại { $url }
cli-serving-demo = Bản trình diễn: mở { $url }/sign-in và chọn một người để vào.
cli-serving-setup = Chưa có người quản trị. Mở đường dẫn này, một lần, trong 24 giờ: { $link }
cli-link = Đường dẫn dùng một lần: { $link }
cli-backed-up = Đã sao lưu { $rows } dòng và { $files } tệp vào { $file }.
cli-restored = Đã phục hồi và đối chiếu { $rows } dòng và { $files } tệp.
cli-copied-files = Đã chép và đối chiếu { $files } tệp; { $there } tệp đã có sẵn ở đó.
cli-copy-files-where = Chép tới đâu? Hãy ghi bucket hoặc folder.
cli-bucket-none = Chưa khai báo kho S3. Hãy ghi phần [bucket] trong hoithi.toml rồi làm lại.
cli-bucket-away = Không tới được kho { $name } ở { $endpoint }. Hãy kiểm tra địa chỉ, đường mạng và máy chủ của kho rồi chạy lại ({ $why }).
cli-bucket-forbidden = Kho { $name } ở { $endpoint } không cho đọc ghi. Hãy kiểm tra key, secret, region và quyền của khóa: đọc, ghi, xóa, liệt kê ({ $why }).
cli-bucket-absent = Ở { $endpoint } không có kho { $name }. Hãy tạo kho hoặc sửa tên trong hoithi.toml ({ $why }).
cli-bucket-refuses = Kho { $name } ở { $endpoint } không làm đúng điều được yêu cầu nên chưa dùng được ({ $why }).
cli-checked = { $rules } điều luôn phải đúng đều đúng.
cli-verified = Khớp: { $entries } việc, { $rows } dòng, { $checkpoints } dấu niêm phong.
cli-fault = Lỗi của hệ thống: { $fault }
cli-no-installation = Thư mục { $folder } không có bản cài đặt nào. Hãy kiểm tra --data, hoặc chạy hoithi serve hay hoithi migrate trước.
