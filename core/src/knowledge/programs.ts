/** Words that are commands on sight, though no path says so: they tell a commented-out entry from prose. */

const WORDS = `
  sh bash dash ash ksh zsh csh tcsh fish busybox perl python python2 python3 php php5 php7 php-cgi ruby node nodejs java lua tclsh expect R Rscript
  awk gawk mawk sed grep egrep fgrep zgrep cut sort uniq tr wc head tail tee cat tac xargs printf echo date sleep true false test [ [[ : . source exec eval
  cd pushd export set umask ulimit if for while trap exit
  env nice ionice renice nohup setsid timeout flock lockf lckdo time chronic chrt taskset start-stop-daemon setlock solo sudo doas su runuser chroot systemd-cat systemd-run logger
  ls cp mv rm ln mkdir rmdir touch chmod chown chgrp find locate updatedb du df stat sync install mktemp basename dirname readlink realpath
  tar gzip gunzip bzip2 xz zip unzip 7z cpio dd split md5sum sha1sum sha256sum openssl gpg
  rsync rclone scp sftp ssh curl wget fetch ftp lftp ncftpget nc netcat ping fping telnet dig host nslookup ip ifconfig iptables ip6tables nft route
  run-parts logrotate newsyslog savelog savelogs periodic anacron makewhatis mandb catman tmpwatch tmpreaper cronolog logcheck logwatch awstats webalizer
  mail mailx mutt sendmail exim exim4 newaliases fetchmail procmail postqueue postsuper runq mailq msmtp nullmailer-send
  ntpdate ntpdate-debian sntp rdate chronyc hwclock certbot certbot-auto letsencrypt acme.sh dehydrated freshclam clamscan rkhunter chkrootkit tripwire aide unattended-upgrade
  apt apt-get aptitude dpkg yum dnf rpm zypper pacman emerge pkg portsnap freebsd-update pkg_add syspatch opkg apk snap
  service systemctl rc-service invoke-rc.d initctl rcctl chkconfig update-rc.d reboot shutdown poweroff halt kill killall pkill
  mysql mysqldump mysqlcheck mysqladmin mariadb-dump psql pg_dump pg_dumpall vacuumdb mongodump redis-cli sqlite3
  git svn cvs hg make docker docker-compose podman kubectl npm npx yarn composer artisan drush wp bundle rake rails pip pipenv poetry ansible ansible-playbook ansible-pull
  puppet chef-client salt-call cfagent cf-agent borg borgmatic restic duplicity rsnapshot rdiff-backup rdiff amdump bacula backup2l zfs zpool btrfs smartctl mdadm fstrim fsck badblocks
  sa1 sa2 sar vnstat vmstat iostat top ps who w uptime free lsof netstat ss dmesg
  screen tmux at batch crontab xset notify-send ffmpeg convert youtube-dl yt-dlp motion fswebcam raspistill vcgencmd gpio mosquitto_pub
  etckeeper mrtg rrdtool cacti munin-cron squid sarg newsq arpsnmp atrun calendar quotacheck repquota ntpd save-entropy uucico faxcron
`;

const words: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Words of the shell itself, which begin a command only with more behind them. */
const OF_THE_SHELL = new Set(
  '[ [[ : . source exec eval if for while trap true false test cd pushd export set umask ulimit exit'.split(' '),
);

/** The programs among them, in order of their names. */
export const programWords: readonly string[] = [...words].filter((word) => !OF_THE_SHELL.has(word)).sort();

/** True for the base name of a program, or a word of the shell, that often begins a command in a crontab. */
export const isProgramWord = (word: string): boolean => words.has(word);
