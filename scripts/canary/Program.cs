#:project ../../lib/Lcra.Hydromet/Lcra.Hydromet.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
// Holds every feed against what the library expects: 0 as expected, 1 changed or broken. An argument is another address than LCRA's.
using Lcra.Hydromet;

using HttpClient http = new();
HydrometClientOptions options = new();
if (args is [string address])
{
    options.BaseAddress = new Uri(address);
}

DoctorReport report = await HydrometDoctor.CheckAsync(new HydrometClient(http, options, TimeProvider.System)).ConfigureAwait(false);
Console.Write(report.ToString());
return report.IsHealthy ? 0 : 1;
