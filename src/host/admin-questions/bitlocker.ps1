$volume = Get-BitLockerVolume -MountPoint $env:SystemDrive
@{ MountPoint = [string]$volume.MountPoint; ProtectionStatus = [int]$volume.ProtectionStatus }
