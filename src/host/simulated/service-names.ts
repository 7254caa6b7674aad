/** Display names of services beyond English and Chinese, where they differ from English. */

type Names = Readonly<Partial<Record<'de' | 'ja' | 'ru' | 'es', string>>>;

export const serviceNames: Readonly<Record<string, Names>> = {
  rpcss: {
    de: 'Remoteprozeduraufruf (RPC)',
    ja: 'リモート プロシージャ コール (RPC)',
    ru: 'Удаленный вызов процедур (RPC)',
    es: 'Llamada a procedimiento remoto (RPC)',
  },
  nsi: {
    de: 'Netzwerkspeicher-Schnittstellendienst',
    ja: 'ネットワーク ストア インターフェイス サービス',
    ru: 'Служба интерфейса сохранения сети',
    es: 'Servicio Interfaz de almacenamiento en red',
  },
  BFE: {
    de: 'Basisfiltermodul',
    ja: 'ベース フィルター エンジン',
    ru: 'Служба базовой фильтрации',
    es: 'Motor de filtrado de base',
  },
  mpssvc: {
    de: 'Windows Defender Firewall',
    ja: 'Windows Defender ファイアウォール',
    ru: 'Брандмауэр Защитника Windows',
    es: 'Firewall de Windows Defender',
  },
  Dhcp: { de: 'DHCP-Client', ja: 'DHCP クライアント', ru: 'DHCP-клиент', es: 'Cliente DHCP' },
  iphlpsvc: {
    de: 'IP-Hilfsdienst',
    ja: 'IP ヘルパー',
    ru: 'Вспомогательная служба IP',
    es: 'Aplicación auxiliar IP',
  },
  winmgmt: {
    de: 'Windows-Verwaltungsinstrumentation',
    ru: 'Инструментарий управления Windows',
    es: 'Instrumental de administración de Windows',
  },
  EventLog: {
    de: 'Windows-Ereignisprotokoll',
    ja: 'Windows イベント ログ',
    ru: 'Журнал событий Windows',
    es: 'Registro de eventos de Windows',
  },
  NetSetupSvc: {
    de: 'Netzwerksetupdienst',
    ja: 'ネットワーク セットアップ サービス',
    ru: 'Служба настройки сети',
    es: 'Servicio de configuración de red',
  },
  DeviceInstall: {
    de: 'Geräteinstallationsdienst',
    ja: 'デバイス インストール サービス',
    ru: 'Служба установки устройств',
    es: 'Servicio de instalación de dispositivos',
  },
  SharedAccess: {
    de: 'Gemeinsame Nutzung der Internetverbindung',
    ja: 'インターネット接続の共有 (ICS)',
    ru: 'Общий доступ к подключению к Интернету (ICS)',
    es: 'Conexión compartida a Internet (ICS)',
  },
  hns: {
    de: 'Hostnetzwerkdienst',
    ja: 'ホスト ネットワーク サービス',
    ru: 'Служба сети узлов',
    es: 'Servicio de red de host',
  },
  nvagent: {
    de: 'Netzwerkvirtualisierungsdienst',
    ja: 'ネットワーク仮想化サービス',
    ru: 'Служба виртуализации сети',
    es: 'Servicio de virtualización de red',
  },
  vmcompute: {
    de: 'Hyper-V-Hostserverdienst',
    ja: 'Hyper-V ホスト コンピューティング サービス',
    ru: 'Служба вычислений узла Hyper-V',
    es: 'Servicio de proceso del host de Hyper-V',
  },
  CmService: {
    de: 'Container-Manager-Dienst',
    ja: 'コンテナー マネージャー サービス',
    ru: 'Служба диспетчера контейнеров',
    es: 'Servicio del administrador de contenedores',
  },
  hvhost: { de: 'HV-Hostdienst', ja: 'HV ホスト サービス', ru: 'Служба узла HV', es: 'Servicio host de HV' },
  vmms: {
    de: 'Hyper-V-Verwaltung virtueller Computer',
    ja: 'Hyper-V 仮想マシンの管理',
    ru: 'Управление виртуальными машинами Hyper-V',
    es: 'Administración de máquinas virtuales de Hyper-V',
  },
  WSLService: { de: 'WSL-Dienst', ja: 'WSL サービス', ru: 'Служба WSL', es: 'Servicio WSL' },
};
