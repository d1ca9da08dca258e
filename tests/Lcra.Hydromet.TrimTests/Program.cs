using Lcra.Hydromet;
using Microsoft.Extensions.DependencyInjection;

using ServiceProvider services = new ServiceCollection().AddHydrometClient().UseReplay().Services.BuildServiceProvider();
HydrometClient client = services.GetRequiredService<HydrometClient>();
RainfallReport report = await client.GetRainfallAsync().ConfigureAwait(false);
RainfallTotal? total = report.Find(SiteId.Parse("3018"))?[RainfallPeriod.TwentyFourHours];
Console.WriteLine(total is null ? "There is no such gauge." : total.ToString());
