using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace RainfallSite.Operations;

/// <summary>A key ring without keys and without files. The default one creates its folder even when it writes no key.</summary>
internal sealed class EmptyKeyRing : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [];

    public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("This site has no keys.");
}
