import { Home } from '../src/home.tsx'

const Page = () => <Home />

export default Page
