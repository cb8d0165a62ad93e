// What benchmarks/host.sh measures the service with: a peer that answers with constant bytes, the service without its audit, requests at a
// steady rate, and decisions in process.
// usage: Dsl.HostLoad constant URL FILE | service POLICIES DATA URL | rate URL FILE PER-SECOND SECONDS
//   | rules POLICIES FILE SECONDS
using System.Globalization;
using Dsl.HostLoad;

switch (args)
{
    case ["constant", var url, var file]:
        await Peers.Constant(url, await File.ReadAllBytesAsync(file));
        return 0;
    case ["service", var policies, var data, var url]:
        await Peers.WithoutAudit(policies, data, url);
        return 0;
    case ["rate", var url, var file, var rate, var seconds]:
        return new SteadyLoad(new(url), await File.ReadAllBytesAsync(file), Number(rate), Number(seconds)).Run();
    case ["rules", var policies, var file, var seconds]:
        return RulesLoad.Run(policies, await File.ReadAllLinesAsync(file), Number(seconds));
    default:
        Console.Error.WriteLine("usage: Dsl.HostLoad constant URL FILE | service POLICIES DATA URL | rate URL FILE PER-SECOND SECONDS"
            + " | rules POLICIES FILE SECONDS");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
