/**
 * Words that Windows, WSL, networks and this program say on every machine. A name that is one of them tells nothing of
 * its person, and replacing it everywhere would destroy the payload: it is masked only where a name must stand (a folder
 * under Users, before an @, a whole list entry …).
 */
import { causeIds, probeIds, remedyIds } from '../domain/ids.js';

export function isCommonWord(name: string): boolean {
  return words.has(name.toLowerCase());
}

/** Whether the name is part of such a word (`works` of `networks`). */
export function isPartOfCommonWord(name: string): boolean {
  const wanted = name.toLowerCase();
  return list.some((word) => word.includes(wanted));
}

const list: readonly string[] = [
  ...`
  a access account ad adapter adapters address addresses admin administrator administrators alias all allow allowed alpine
  amd64 and any app appdata application applications apps arch arm64 attempt authority auto automatic available backup base
  bash bin binary bios bits blocked boot box bridge bridged broken browser build builtin bus bytes cache cancelled cannot
  capture centos certificate check class classes classic client clsid cloud cmd code com command commands common company
  compute computer condrv config configuration configure connect connected connection console consomme container containers
  control core corp cpu create created createinstance createvm crash crashed creation current currentcontrolset
  currentversion currentuser data date debian debug default defaultaccount defaultswitch delete denied depend dependencies
  dependents desktop details dev developer device devices dhcp diagnosis dir disable disabled disk display dism distribution
  distro distros dll dns docker document documents domain domains done download downloads drive driver drivers eager edition
  elevated email enable enabled end ended enterprise entries env environment error errors ethernet etc even event eventlog
  events everyone example exe exists exit external failed false feature features fedora file files finding findings firewall
  firmware first folder for format found free from full function gateway general get github global google group groups
  guest guests guid hardware has health healthy help hex hidden hkcu hklm hkey home host hostname hosts hotspot hns http
  https hvhost hyper hyperv hypervisor icmp ics idle image inbox info inprocserver32 install installation installed
  instance int interactive interface interfaces internal internet intranet invalid ip ipconfig iphlpsvc ipv4 ipv6 iso issue
  items json kali kernel key keys kind lab lan language laptop last layer lease legacy lenovo level lib library limit line
  linux list listed load local localdomain localhost localservice localsystem location log logon logs long loopback lxss
  lxssmanager machine mail main management manager manual master max media medium member memory message messages
  metadata metric microsoft microsoft.com min mirrored missing mnt mobile mode modes module modules more mpssvc mswsock
  multi name names nat negotiate net netbios nether netsh network networking networkingmode networks networkservice new
  none normal not notebook nothing now ntuser null number nvagent oem off office offline old one online only open operation
  option options oracle order organization other out output owner package page parameters partition password path pause
  pc pending performance person phone plan platform point policies policy port ports power powershell prefix private pro
  probe process processes processor product profile program programdata programs project properties property protected
  protocol provider proxy public query question queue quick rank raw read ready recovery redhat reg registered registry
  remedy remote remove repair replay report reset resolver response rest restart result results role root route router
  routes rpcss run running safe sandbox sbin script search secret security select sender server service services session
  set setting settings setup share shared sharedaccess shell shutdown simulated size software source space standard start
  started state static station status step stop stopped store string subnet subsystem success support suse switch
  switches sys system system32 systemprofile table target task tcp tcpip temp template temporary terminal test tester text
  the this time timeout tmp token tools true type types ubuntu udp unavailable undo unknown up update updates url usb use
  user username users usr value values var vendor verify version vethernet vfpext virtio virtioproxy virtual virtualbox
  virtualmachine visible vm vmcompute vmms vmsmp vmware volume vpn vswitch waiting warning warnings wifi wi-fi win win32
  window windows winnat winsock wireless wlan wmi work worker workgroup working workstation world worlds write wsl
  wslconfig wslg wslinfo wslservice www x64 x86 xml yes zone ostype lsp catalog hcs hvsocketcontrol nsi bfe winmgmt
  netsetupsvc cmservice wcifs lan1 mshome mshome.net fritz.box github.com windows.com live.com office.com google.com
  hotmail.com outlook.com gmail.com qq.com 163.com localhost.localdomain home.arpa desktop-pc win10 win11 debianuser
  unternehmen benutzer benutzername computername rechner dienst netzwerk standardbenutzer gast usuario usuarios equipo
  servicio red administrador utilisateur ordinateur réseau администратор пользователь компьютер сеть служба гость
  管理员 用户 系统 网络 计算机 本地 服务 管理者 ユーザー コンピューター システム ネットワーク`
    .trim()
    .split(/\s+/),
  ...[...probeIds, ...causeIds, ...remedyIds].flatMap((id) => [id, ...id.split('-')]),
];

const words = new Set(list);
